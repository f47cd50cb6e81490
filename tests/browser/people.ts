import type { Browser, BrowserContext, Page } from 'playwright-core'
import { planDemonstration } from '#apps/server/demo/plan.ts'
import { demonstrationSeed } from '#apps/server/prepare-installation.ts'
import type { SeatRole } from '#lib/roles/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { laptop } from './browser.ts'

const plan = planDemonstration({ seed: demonstrationSeed, today: todayInVietnam(new Date()) })

/** The offices of the demonstration that the browser tests visit, as the plan names them. */
export const province = 'tinh'
export const camLo = 'xa-19597'

export type Person = {
  readonly login: string
  readonly password: string
  readonly name: string
  readonly seatId: string
  readonly unitName: string
  readonly agencyName: string
}

/** The first holder of a post in an office; `unit` is the unit's key in the plan ('KT', 'VHXH' …). */
export function personOf(agencyKey: string, role: SeatRole, unit?: string): Person {
  const agency = plan.agencies.find(one => one.key === agencyKey)
  const unitOf = (seat: (typeof plan.seats)[number]) => plan.units.find(one => one.id === seat.unitId)!
  const seat = plan.seats.find(
    one => one.agencyId === agency?.id && one.role === role && (unit === undefined || unitOf(one).key === unit),
  )
  const account = plan.accounts.find(one => one.personId === seat?.personId)
  if (!agency || !seat || !account) throw new Error(`nobody is ${role} of ${agencyKey} ${unit ?? ''}`)
  const { login, password, name } = account
  return { login, password, name, seatId: seat.id, unitName: unitOf(seat).name, agencyName: agency.name }
}

/** Who runs the installation holds no seat: his addresses stand below nothing. */
export function personWithoutSeat(): Person {
  const account = plan.accounts.find(one => one.role === 'installation-admin')
  if (!account) throw new Error('nobody runs the installation')
  const { login, password, name } = account
  return { login, password, name, seatId: '', unitName: '', agencyName: '' }
}

/** The people of the province's office through whose hands a letter goes out, as the plan has them. */
export const provincePeople = {
  provinceSpecialist: personOf(province, 'specialist', 'KT'),
  provinceUnitHead: personOf(province, 'unit-head', 'KT'),
  provinceOfficeHead: personOf(province, 'office-head'),
  provinceChairman: personOf(province, 'leader'),
  provinceClerk: personOf(province, 'clerk'),
}

/** Somebody at his machine: a browser of his own, so that no cookie is shared, and a page in his seat. */
export type AtWork = {
  readonly person: Person
  readonly page: Page
  readonly context: BrowserContext
  /** Opens an address below his seat. */
  open(path: string): Promise<void>
  /** Asks the API from his page, in his seat. @throws with the answer when it is refused */
  api<Answer>(method: string, path: string, body?: unknown): Promise<Answer>
}

type Screen = { readonly origin: string; readonly viewport?: { readonly width: number; readonly height: number } }

/** Signs in as a person does: on the first page, with login and password. */
export async function signIn(browser: Browser, person: Person, { origin, viewport = laptop }: Screen): Promise<AtWork> {
  const work = await atWork(browser, person, { origin, viewport })
  const { page } = work
  await page.goto(origin)
  await page.getByLabel('Tên đăng nhập').fill(person.login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.waitForURL(/\/s\//)
  return work
}

/** Sessions of this worker: checking a password takes a third of a second of a core, and one of each person is enough. */
const sessions = new Map<string, Promise<Awaited<ReturnType<BrowserContext['cookies']>>>>()

/** Sits down with a session already there: for tests that are about the screens behind the sign-in. */
export async function sitDown(
  browser: Browser,
  person: Person,
  { origin, viewport = laptop }: Screen,
): Promise<AtWork> {
  const work = await atWork(browser, person, { origin, viewport })
  const { context } = work
  const known = await sessions.get(origin + person.login)
  if (known) await context.addCookies(known)
  // A test may have ended it.
  if (known && (await context.request.get(`${origin}/api/v1/session`)).ok()) return work
  const session = sessionOf(context, person, origin)
  sessions.set(origin + person.login, session)
  await session
  return work
}

async function sessionOf(context: BrowserContext, { login, password }: Person, origin: string) {
  const answer = await context.request.post(`${origin}/api/v1/session`, { data: { login, password } })
  if (!answer.ok()) throw new Error(`${login} could not sign in: ${answer.status()} ${await answer.text()}`)
  return await context.cookies()
}

async function atWork(browser: Browser, person: Person, { origin, viewport }: Required<Screen>): Promise<AtWork> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return {
    person,
    page,
    context,
    open: async path => {
      await page.goto(person.seatId ? `${origin}/s/${person.seatId}/${path}` : `${origin}/${path}`)
    },
    api: async <Answer>(method: string, path: string, body?: unknown) => {
      const answer = await context.request.fetch(`${origin}/api/v1${path}`, {
        method,
        // A key of its own for each act, as the screens give it.
        headers: {
          ...(person.seatId ? { 'x-seat': person.seatId } : {}),
          ...(method === 'GET' ? {} : { 'idempotency-key': newId() }),
        },
        ...(body === undefined ? {} : { data: body }),
      })
      if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
      return (await answer.json()) as Answer
    },
  }
}
