import { runnerImport } from 'vite'
import type { SeatRole } from '#lib/roles/index.ts'
import { newId } from '#platform/ui/data/ids.ts'
import type { OfficeModule, Screen } from '#platform/ui/screens/screen.ts'
import { root } from '#tests/architecture/source.ts'
import { uploadDraft } from './papers.ts'
import { type AtWork, camLo, type Person, personOf, personWithoutSeat } from './people.ts'

/**
 * All screens that the app shows below a seat, read from the lists of which the app makes its routes: a new screen is in
 * the tests on the day it is in the app.
 */
export async function officeScreens(): Promise<readonly Screen[]> {
  // Through the app's own bundler: Node reads no JSX.
  const read = async <Listed>(file: string): Promise<Listed> =>
    (await runnerImport<Listed>(`${root}/apps/office/${file}`, { configFile: false, root, logLevel: 'error' })).module
  const { officeModules } = await read<{ officeModules: readonly OfficeModule[] }>('modules.ts')
  const { ownScreens } = await read<{ ownScreens: readonly Screen[] }>('own-screens.ts')
  return [...officeModules.flatMap(module => module.screens), ...ownScreens]
}

type Row = { readonly id: string }
type Finder = (work: AtWork) => Promise<string>
const firstOf =
  (path: string): Finder =>
  async ({ api, person }) => {
    const { items } = await api<{ items: readonly Row[] }>('GET', path)
    const [first] = items
    if (!first) throw new Error(`${person.name} finds nothing in ${path}`)
    return first.id
  }

/** A draft of his own, so that nobody else's hand is on it. */
const newDraft: Finder = async ({ api }) => {
  const signers = await api<{ items: readonly { seatId: string }[] }>('GET', '/documents/outgoing/signers')
  const draft = await api<Row>('POST', '/documents/outgoing', {
    id: newId(),
    typeCode: 'cong-van',
    subject: 'Phối hợp rà soát hộ nghèo, hộ cận nghèo trên địa bàn',
    signerSeatId: signers.items[0]!.seatId,
    letter: {
      addressees: ['Sở Nông nghiệp và Môi trường'],
      blocks: [{ kind: 'paragraph', runs: [{ text: 'Đề nghị quý cơ quan phối hợp rà soát trước ngày 30.' }] }],
    },
  })
  return draft.id
}

/** Who is looked over the shoulder: the commune's people, in the order in which they are asked whether they may. */
const usualOrder: readonly SeatRole[] = [
  'specialist',
  'clerk',
  'leader',
  'office-head',
  'unit-head',
  'agency-admin',
  'village-head',
  'auditor',
]

type View = { readonly role: SeatRole; readonly find?: Finder }
const seenAs = (...roles: SeatRole[]): View[] => roles.map(role => ({ role }))

/** Where a screen is not the same for everybody, or shows one document: by whom, and with what in it. */
const views: Readonly<Record<string, readonly View[]>> = {
  today: seenAs('clerk', 'leader', 'specialist'),
  'documents/incoming': seenAs('clerk', 'leader'),
  'documents/incoming/$id': [
    { role: 'clerk', find: firstOf('/documents/incoming?tab=to-register') },
    { role: 'office-head', find: firstOf('/documents/incoming?tab=mine') },
    { role: 'leader', find: firstOf('/documents/incoming?tab=open') },
    { role: 'specialist', find: firstOf('/documents/incoming') },
  ],
  'documents/incoming/$id/register': [{ role: 'clerk', find: firstOf('/documents/incoming?tab=to-register') }],
  'documents/outgoing/$id': [
    { role: 'clerk', find: firstOf('/documents/outgoing?tab=dispatched') },
    { role: 'leader', find: firstOf('/documents/outgoing?tab=mine') },
    { role: 'specialist', find: firstOf('/documents/outgoing') },
  ],
  'documents/outgoing/$id/edit': [{ role: 'specialist', find: newDraft }],
  'documents/outgoing/$id/number-place': [{ role: 'specialist', find: uploadDraft }],
  'hand-over/$leaver': [{ role: 'agency-admin', find: async () => personOf(camLo, 'specialist').seatId }],
}

/** What stands behind an address so that the screen is filled. */
const filledBy: Readonly<Record<string, string>> = { search: 'search?q=bao%20cao' }

export type ScreenView = {
  readonly name: string
  readonly path: string
  readonly person: Person
  /** The address below the seat, with something in it to see. */
  address(work: AtWork): Promise<string>
}

/** The screens outside a seat, for who runs the installation: they stand in the router itself. */
const installationViews: readonly ScreenView[] = [
  { path: 'installation' },
  { path: 'installation/calendar' },
  { path: 'installation/outside-bodies' },
  { path: 'installation/$agency', find: firstOf('/installation/agencies') },
].map(({ path, find }) => ({
  name: `${path} as installation-admin`,
  path,
  person: personWithoutSeat(),
  address: async (work: AtWork) => (find ? path.replace('$agency', await find(work)) : path),
}))

/** Each screen as one or several people of a commune see it. @throws for a screen with a part that nobody fills */
export async function screenViews(): Promise<readonly ScreenView[]> {
  const screens = await officeScreens()
  return [
    ...installationViews,
    ...screens.flatMap(({ path, roles }) => {
      const first = usualOrder.find(role => !roles || roles.includes(role))!
      return (views[path] ?? seenAs(first)).map(({ role, find }) => {
        if (path.includes('$') && !find) throw new Error(`say in ${import.meta.filename} what ${path} shows`)
        return {
          name: `${path} as ${role}`,
          path,
          person: personOf(camLo, role),
          address: async (work: AtWork) =>
            find ? path.replace(/\$[a-z]+/i, await find(work)) : (filledBy[path] ?? path),
        }
      })
    }),
  ]
}
