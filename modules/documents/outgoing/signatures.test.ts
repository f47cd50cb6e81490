import { readFile, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from '#lib/schemas/index.ts'
import { type TwoDesks, toOffice, twoDesks } from '#tests/office/outgoing.ts'
import type {
  IncomingDocument,
  IncomingPage,
  OutgoingPage,
  SearchPage,
  SignatureAnswer,
  SignatureProvider,
  SignatureRequest,
} from '../contract.ts'

/** A signing service for these tests: it writes who signed behind what it was given, or does what a test says. */
const asked: SignatureRequest[] = []
let answer: (request: SignatureRequest) => Promise<SignatureAnswer>
const nobody = async (): Promise<SignatureAnswer> => ({ signed: false })
const signs = async (request: SignatureRequest): Promise<SignatureAnswer> => {
  const pdfPath = `${request.pdfPath}.signed`
  await writeFile(pdfPath, Buffer.concat([await readFile(request.pdfPath), Buffer.from(`%signed by ${request.as}\n`)]))
  return { signed: true, pdfPath }
}
const signatures: SignatureProvider = {
  sign: request => {
    asked.push(request)
    return answer(request)
  },
}

let desks: TwoDesks
beforeAll(async () => {
  desks = await twoDesks({ relaying: false, ports: { signatures } })
})
afterAll(() => desks.stop())

async function mainFile(id: string): Promise<Buffer> {
  const { files } = (await desks.here.see('clerk', id)).body
  const main = files.find(file => file.role === 'main')!
  return (await desks.http.get(desks.here.office.seats.clerk, main.url.replace('/api/v1', ''))).rawPayload
}
const shownIn = async (id: string) => {
  const { body } = await desks.here.get<z.infer<typeof OutgoingPage>>('clerk', '/documents/outgoing?limit=100')
  return body.items.find(item => item.id === id)!
}

describe('a document', { timeout: 90_000 }, () => {
  test('is signed by its signer when it is frozen and by its agency when it has its number, and is shown so', async () => {
    const { here, there } = desks
    answer = signs
    asked.length = 0
    const id = await here.approved({ recipients: [toOffice(there.office)], subject: 'lấy ý kiến ký số' })
    expect((await here.see('clerk', id)).body).toMatchObject({ state: 'approved', signature: 'by-signer' })
    const frozen = await mainFile(id)
    expect(frozen.toString('latin1')).toMatch(/%signed by signer\n$/)

    expect((await here.act('clerk', id, 'number')).status).toBe(200)
    // The number stands; until the agency has signed, nothing says that it had.
    expect((await here.see('clerk', id)).body).toMatchObject({ state: 'numbered', signature: 'by-signer' })
    await desks.carried()
    const { body } = await here.see('clerk', id)
    expect(body).toMatchObject({ state: 'numbered', signature: 'signed' })
    const filled = await mainFile(id)
    expect(filled.subarray(0, frozen.length).equals(frozen)).toBe(true)
    expect(filled.toString('latin1')).toMatch(/%signed by agency\n$/)

    const facts = { documentId: id, agencyId: here.office.agencyId, signerName: 'Lê Văn Định' }
    expect(asked).toMatchObject([
      { ...facts, as: 'signer', seatId: here.office.seats.leader.id, fieldsLeftOpen: ['so', 'ngay'] },
      { ...facts, as: 'agency', seatId: here.office.seats.clerk.id, fieldsLeftOpen: [] },
    ])
    expect(asked[0]!.id).not.toBe(asked[1]!.id)

    expect((await here.act('clerk', id, 'dispatch')).status).toBe(200)
    await desks.carried()
    expect(await shownIn(id)).toMatchObject({ state: 'dispatched', signature: 'signed' })
    const found = await here.get<z.infer<typeof SearchPage>>('clerk', '/documents/search?q=lay+y+kien+ky+so')
    expect(found.body.items).toMatchObject([{ id, signature: 'signed' }])
    const arrived = await there.get<z.infer<typeof IncomingPage>>('clerk', '/documents/incoming?limit=100')
    const { id: arrivedId } = arrived.body.items.find(item => item.notation === body.notation)!
    const received = await there.get<z.infer<typeof IncomingDocument>>('clerk', `/documents/incoming/${arrivedId}`)
    expect(received.body.signature).toBe('signed')
  })

  test('that its signer did not sign goes its whole way unsigned, and no agency signs it', async () => {
    const { here, there } = desks
    answer = nobody
    asked.length = 0
    const id = await here.dispatched({ recipients: [toOffice(there.office)] })
    expect((await here.see('clerk', id)).body).toMatchObject({ state: 'dispatched', signature: 'unsigned' })
    expect(asked.map(one => one.as)).toEqual(['signer'])
    expect(await shownIn(id)).toMatchObject({ signature: 'unsigned' })
  })

  test('that goes back after it was signed is unsigned again', async () => {
    const { here } = desks
    answer = signs
    const id = await here.approved()
    const back = await here.act('clerk', id, 'return', { reason: 'Thiếu căn cứ' })
    expect(back.body).toMatchObject({ state: 'returned', signature: 'unsigned' })
  })

  test('is not kept when the signing service gave back something else than what was approved', async () => {
    const { here } = desks
    answer = async request => {
      const pdfPath = `${request.pdfPath}.other`
      const other = await readFile(request.pdfPath)
      other[other.length >> 1]! ^= 1
      await writeFile(pdfPath, Buffer.concat([other, Buffer.from('%signed\n')]))
      return { signed: true, pdfPath }
    }
    asked.length = 0
    const id = await here.approved()
    const { body } = await here.see('clerk', id)
    expect(body).toMatchObject({ state: 'approved', signature: 'unsigned' })
    expect((await here.act('clerk', id, 'number')).body).toMatchObject({ code: 'documents.NotFrozenYet' })
    // It is tried again, under the same id.
    expect(asked.length).toBeGreaterThan(0)
    expect(new Set(asked.map(one => one.id)).size).toBe(1)
  })
})
