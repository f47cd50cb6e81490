import { randomBytes } from 'node:crypto'
import { uuidV7 } from '#lib/identifiers/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { samplePdf } from '#tests/office/sample-pdf.ts'

export const newId = (): string => uuidV7(Date.now(), randomBytes(10))
export type Caller = {
  call<Answer>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  raw(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  upload<Answer>(path: string, form: FormData): Promise<Answer>
}

/** Somebody who calls the API, with the cookie of his session once he has signed in. */
export function callerOf(origin: string): Caller & { signIn(login: string, password: string): Promise<void> } {
  let cookie = ''
  const raw = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  async function upload<Answer>(path: string, form: FormData): Promise<Answer> {
    const answer = await fetch(`${origin}/api/v1${path}`, { method: 'POST', headers: { cookie }, body: form })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Answer
  }
  async function call<Answer>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer> {
    const answer = await raw(method, path, body, headers)
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (text ? JSON.parse(text) : undefined) as Answer
  }
  return {
    raw,
    call,
    upload,
    signIn: async (login, password) => {
      const answer = await raw('POST', '/session', { login, password })
      if (!answer.ok) throw new Error(`${login} may not sign in: ${await answer.text()}`)
      cookie = answer.headers
        .getSetCookie()
        .map(one => one.split(';')[0])
        .join('; ')
    },
  }
}

export const chosenPassword = 'mot cau that dai de nho 2026'

/**
 * Walks the way of an empty installation as its people do: the printed link makes the first administrator, he opens an
 * agency, its administrator seats a clerk and a leader and begins a register after the last number on paper.
 *
 * @returns the clerk and the leader, signed in, with their own passwords
 */
export async function openOffice(
  origin: string,
  token: string,
  lastNumberOnPaper: number,
): Promise<{ clerk: Caller; leader: Caller; leaderSeatId: string; registerId: string }> {
  const first = callerOf(origin)
  await first.call('POST', '/first-administrator', {
    token,
    login: 'quan.tri',
    fullName: 'Nguyễn Thị Khởi',
    password: chosenPassword,
  })
  await first.signIn('quan.tri', chosenPassword)
  const issuerId = newId()
  const unitId = newId()
  const opened = await first.call<{ agencyId: string; login: string; firstPassword: string }>(
    'POST',
    '/installation/agencies',
    {
      id: newId(),
      level: 'commune',
      name: 'Ủy ban nhân dân xã Thử Nghiệm',
      shortName: 'UBND xã Thử Nghiệm',
      placeName: 'Thử Nghiệm',
      issuer: { id: issuerId, kind: 'people-committee', abbreviation: 'UBND', identifier: 'Z99.XASO.THU' },
      administrator: { seatId: newId(), unitId, fullName: 'Trần Văn Quản', login: 'quan.tv' },
    },
  )
  const administrator = await withOwnPassword(origin, opened)
  const validFrom = todayInVietnam(new Date())
  const seat = (role: string, standing: string, title: string, login: string, fullName: string, id = newId()) =>
    administrator.call<{ login: string; firstPassword: string }>('POST', '/seats', {
      id,
      person: { fullName, login },
      unitId,
      issuerId,
      role,
      standing,
      title,
      validFrom,
    })
  const clerkLogin = await seat('clerk', 'staff', 'Văn thư', 'thu.vt', 'Lê Thị Thư')
  const leaderSeatId = newId()
  const leaderLogin = await seat('leader', 'head', 'CHỦ TỊCH', 'chu.tich', 'Hồ Văn Tịch', leaderSeatId)
  await openSeries(administrator, {
    ...{ id: newId(), issuerId, direction: 'outgoing', name: 'Số đi', notationTemplate: '{number}/{type}-{issuer}' },
    ...{ basis: 'NĐ 30/2020 Điều 15', lastNumber: 0 },
  })
  const seriesId = newId()
  const registerId = newId()
  await openSeries(administrator, {
    ...{ id: seriesId, issuerId, direction: 'incoming', name: 'Số đến', notationTemplate: '{number}' },
    ...{ basis: 'NĐ 30/2020 Điều 22', lastNumber: lastNumberOnPaper },
  })
  await administrator.call('POST', '/registers', {
    id: registerId,
    direction: 'incoming',
    code: 'VBD',
    name: 'Sổ văn bản đến',
    seriesId,
    isDefault: true,
    restricted: false,
    basis: 'NĐ 30/2020 Điều 22',
    routes: [{ typeCodes: [], route: 'leader' }],
  })
  return {
    clerk: await withOwnPassword(origin, clerkLogin),
    leader: await withOwnPassword(origin, leaderLogin),
    leaderSeatId,
    registerId,
  }
}

type SeriesToOpen = { id: string; lastNumber: number } & Readonly<Record<string, unknown>>
async function openSeries(administrator: Caller, { lastNumber, ...series }: SeriesToOpen): Promise<void> {
  await administrator.call('POST', '/series', { ...series, typeCodes: [], periodKind: 'year' })
  await administrator.call('POST', `/series/${series.id}/open`, { lastNumber })
}

/** Signs in with the first password, which lets nothing pass but the change of it, and changes it. */
async function withOwnPassword(origin: string, given: { login: string; firstPassword: string }): Promise<Caller> {
  const caller = callerOf(origin)
  await caller.signIn(given.login, given.firstPassword)
  const early = await caller.raw('GET', '/agency')
  if (early.status !== 403) throw new Error('the first password must be changed before anything else')
  await caller.call('POST', '/password', { current: given.firstPassword, next: chosenPassword })
  await caller.signIn(given.login, chosenPassword)
  return caller
}

/** The token of the first administrator's link, as printed. */
export const tokenIn = (said: string): string => /first-administrator#(\S+)/.exec(said)?.[1] ?? ''

/** Sends one small PDF as a scanner makes it; every registration may tie it to its own document. */
export async function scan(clerk: Caller): Promise<string> {
  const form = new FormData()
  form.append('file', new Blob([await samplePdf()], { type: 'application/pdf' }), 'van-ban.pdf')
  return (await clerk.upload<{ id: string }>('/files', form)).id
}

export const paper = (subject: string, notation: string, uploadId: string) => ({
  id: newId(),
  subject,
  notation,
  issuerName: 'Điện lực Thử Nghiệm',
  issuedOn: todayInVietnam(new Date()),
  typeCode: 'thong-bao',
  carrier: 'paper',
  files: [{ uploadId, role: 'main' }],
})

/** Every number that a register gave, by its document. */
export async function numbersIn(clerk: Caller, registerId: string): Promise<Map<string, number>> {
  const given = new Map<string, number>()
  type Page = { items: { documentId: string; number: string }[]; next: string | null }
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page = await clerk.call(
      'GET',
      `/registers/${registerId}/arrivals?limit=100${cursor ? `&cursor=${cursor}` : ''}`,
    )
    for (const line of page.items) given.set(line.documentId, Number(line.number))
    cursor = page.next
  }
  return given
}
