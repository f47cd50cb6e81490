import { calendarDate } from '#lib/calendar-date/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { loadCentralBodies } from '#modules/agencies/central-bodies/load-central-bodies.ts'
import { loadCalendar } from '#platform/calendar/load-calendar.ts'
import { StartError } from '#platform/database/start-error.ts'
import { withoutAgency } from '#platform/database/transaction.ts'
import { findInstallation, saveInstallation } from '#platform/installation/installation.ts'
import { hasNoLogins } from '#platform/sessions/logins.ts'
import { makeSignInLink } from '#platform/sessions/sign-in-links.ts'
import type { Configuration } from './config.ts'
import type { RunningServer } from './serve.ts'

export const demonstrationSeed = 'quang-tri'

/**
 * Makes a new database an installation: the demonstration province, or an empty one with a link for its first
 * administrator. One that is there is continued where its loading stopped.
 *
 * @returns the lines that tell how to sign in
 * @throws StartError when real data would be mixed with the demonstration
 */
export async function prepareInstallation(options: {
  configuration: Configuration
  server: RunningServer
  say: (line: string) => void
}): Promise<string[]> {
  const { configuration, server, say } = options
  const queries = withoutAgency(server.gate.machinery.pool)
  await loadCalendar(queries)
  await loadCentralBodies(server.gate.machinery)
  const known = await findInstallation(queries)
  if (configuration.demonstration === 'none') {
    if (known?.kind === 'demonstration')
      throw new StartError(
        `Dữ liệu trong ${configuration.dataFolder} là bản minh họa. Đặt XASO_DATA tới thư mục mới để cài đặt thật.`,
      )
    if (!known) await saveInstallation(queries, { kind: 'real' })
    return firstAdministrator(configuration, queries, known !== undefined)
  }
  if (known?.kind === 'real')
    throw new StartError(
      `Dữ liệu trong ${configuration.dataFolder} là dữ liệu thật. Đặt XASO_DEMO=0 để mở, hoặc XASO_DATA khác cho bản minh họa.`,
    )
  const { loadDemonstration } = await import('./demo/load/load-demonstration.ts')
  const today = known ? calendarDate(known.today) : todayInVietnam(new Date())
  return loadDemonstration({
    server,
    say,
    seed: demonstrationSeed,
    today,
    loaded: known?.loaded ?? 'nothing',
    wanted: configuration.demonstration === 'small' ? 'first' : 'all',
  })
}

async function firstAdministrator(
  configuration: Configuration,
  queries: ReturnType<typeof withoutAgency>,
  startedBefore: boolean,
): Promise<string[]> {
  if (!(await hasNoLogins(queries))) return []
  const token = await makeSignInLink(queries, { purpose: 'first-administrator' })
  // Only its hash is kept, so a link that was lost cannot be shown again: each start gives a new one in its place.
  const before = startedBefore ? ' Liên kết của lần chạy trước không còn dùng được.' : ''
  return [
    `Hệ thống chưa có ai.${before} Mở liên kết sau để lập tài khoản quản trị hệ thống (chỉ hiện một lần, dùng trong 3 ngày):`,
    `  ${configuration.origin}/first-administrator#${token}`,
  ]
}
