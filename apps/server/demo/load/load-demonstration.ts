import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { roleNames } from '#lib/roles/index.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { type InstallationKind, saveInstallation } from '#platform/installation/installation.ts'
import { outboxHandlers } from '../../modules.ts'
import type { RunningServer } from '../../serve.ts'
import { planDemonstration } from '../plan.ts'
import { demonstrationPassword } from '../staff.ts'
import type { DemonstrationPlan } from '../types.ts'
import { castOf } from './cast.ts'
import { closePastYears, loadBooks } from './load-books.ts'
import { loadCustoms } from './load-customs.ts'
import { type Loading, loadDocuments } from './load-documents.ts'
import { loadOffices } from './load-offices.ts'
import { loadRunner } from './load-runner.ts'
import { typeCodes } from './type-codes.ts'

type Loaded = Extract<InstallationKind, { kind: 'demonstration' }>['loaded']

/**
 * Loads the demonstration province where its loading stopped: offices and people, sixty documents at once, and five hundred
 * and forty more while it is used already.
 *
 * @returns the lines that tell how to sign in
 */
export async function loadDemonstration(options: {
  server: RunningServer
  say: (line: string) => void
  seed: string
  today: CalendarDate
  loaded: Loaded
  wanted: 'first' | 'all'
}): Promise<string[]> {
  const { server, say, seed, today } = options
  const { machinery, directory } = server.gate
  const plan = planDemonstration({ seed, today })
  if (options.loaded !== 'nothing') await loadRunner(machinery, plan)
  if (options.loaded === 'all') return signInLines(plan)
  const queries = withoutAgency(machinery.pool)
  const save = (loaded: Loaded) => saveInstallation(queries, { kind: 'demonstration', seed, today, loaded })
  const quiet = { ...machinery, wakeRelay: () => {} }
  const types = typeCodes()
  const cast = castOf(quiet, directory, plan)
  const opened = `${plan.agencies[0]!.openedOn}T01:00:00Z`
  if (options.loaded === 'nothing') {
    say(`Lập tỉnh minh họa: ${plan.agencies.length} cơ quan, ${plan.accounts.length} tài khoản …`)
    await loadOffices(quiet, plan)
    await loadRunner(quiet, plan)
    await loadBooks(quiet, plan, types, new Date(opened))
    await closePastYears(cast, plan)
    await loadCustoms(cast, plan, opened)
    await save('offices')
  }
  const loading: Loading = {
    machinery: quiet,
    cast,
    types,
    handlersAt: at => outboxHandlers({ ...quiet, at }),
    missed: (what, error) =>
      server.log('warn', { what, error: String(error) }, 'a step of the demonstration could not be done'),
    stopped: server.isStopping,
  }
  if (options.loaded !== 'first') {
    say('Lập 60 văn bản đầu tiên …')
    await loadDocuments(
      loading,
      plan.documents.filter(one => one.batch === 'first'),
      false,
    )
    // Stopped in between: what is missing comes at the next start, and only then are all of them there.
    if (server.isStopping()) return signInLines(plan)
    await save('first')
  }
  if (options.wanted === 'first') return signInLines(plan)
  // The rest comes while people already look around; a stop in between goes on at the next start.
  const background = plan.documents.filter(one => one.batch === 'background')
  server.inBackground(
    loadDocuments(loading, background, true).then(async () => {
      if (!server.isStopping()) await save('all')
    }),
  )
  return signInLines(plan)
}

function signInLines(plan: DemonstrationPlan): string[] {
  const commune =
    plan.agencies.find(agency => agency.key === 'xa-19597') ?? plan.agencies.find(agency => agency.level === 'commune')!
  const wanted = ['clerk', 'office-head', 'leader', 'unit-head', 'specialist'] as const
  const people = wanted.flatMap(
    role => plan.accounts.find(account => account.role === role && account.agencyId === commune.id) ?? [],
  )
  return [
    `Đăng nhập bằng một tài khoản minh họa (mật khẩu chung: ${demonstrationPassword}):`,
    ...people.map(
      account => `  ${account.login.padEnd(22)} ${account.name}, ${roleNames[account.role]}, ${commune.shortName}`,
    ),
    '  Danh sách đầy đủ: npm run -s xaso -- demo accounts',
  ]
}
