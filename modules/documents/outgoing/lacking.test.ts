import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createIssuer } from '#modules/agencies/create-issuer.ts'
import { saveUnit } from '#modules/agencies/save-unit.ts'
import { upload } from '#tests/office/books.ts'
import { officeOpenedOn, testId } from '#tests/office/make-office.ts'
import { type OutgoingDesk, type TwoDesks, tiePdf, twoDesks } from '#tests/office/outgoing.ts'
import { createSeries, stateLastNumber } from '../registers/save-series.ts'

let desks: TwoDesks
let desk: OutgoingDesk
beforeAll(async () => {
  desks = await twoDesks({ relaying: false })
  desk = desks.here
})
afterAll(() => desks.stop())

describe('a draft', () => {
  test('says something: a letter, or a file', async () => {
    const empty = { id: testId(), typeCode: 'cong-van', subject: 'phối hợp rà soát hộ nghèo', recipients: [] }
    const answer = await desk.post('specialist', '/documents/outgoing', empty)
    expect(answer).toMatchObject({ status: 422, body: { code: 'documents.ContentMissing' } })
    expect((await desk.see('specialist', empty.id)).status).toBe(404)
  })

  test('is sent up to somebody who signs', async () => {
    const id = await desk.draft({ signerSeatId: null })
    expect(await desk.actOnLatest('specialist', id, 'submit')).toMatchObject({
      ...{ status: 422, body: { code: 'documents.SignerMissing' } },
    })
    expect((await desk.see('specialist', id)).body.state).toBe('draft')
  })

  test('is sent up only when it could be numbered, an uploaded one too', async () => {
    const uploaded = async (typeCode: string) => {
      const main = { uploadId: await upload(desk.office, 'specialist'), role: 'main' as const, title: 'Văn bản' }
      return desk.draft({ typeCode, files: [main] })
    }
    const refusedSubmit = async (id: string) => (await desk.actOnLatest('specialist', id, 'submit')).body.code
    await desk.office.act('clerk', context =>
      createSeries(context, {
        ...{ id: testId(), issuerId: desk.office.issuer.id, direction: 'outgoing', name: 'Thông báo' },
        ...{ periodKind: 'year', typeCodes: ['thong-bao'], notationTemplate: '{number}/{type}-{issuer}' },
        basis: 'Quy chế công tác văn thư',
      }),
    )
    expect(await refusedSubmit(await uploaded('thong-bao'))).toBe('numbering.SeriesNotOpened')

    const { economy } = desk.office.units
    const abbreviate = (abbreviation: string) =>
      desk.office.system(({ tx, agency }) =>
        tx
          .updateTable('units')
          .set({ abbreviation })
          .where('agency_id', '=', agency)
          .where('id', '=', economy)
          .execute(),
      )
    const letterOfUnit = await uploaded('cong-van')
    await abbreviate('')
    expect(await refusedSubmit(letterOfUnit)).toBe('documents.UnitNotationMissing')
    await abbreviate('KT')
    expect(await refusedSubmit(letterOfUnit)).toBeUndefined()
  })
})

/** An approved letter that another body issues, or another unit drafted. */
async function approvedOf(columns: { issuer_id?: string; drafting_unit_id?: string }): Promise<string> {
  const id = await desk.quick.approved()
  await desk.office.system(({ tx, agency }) =>
    tx.updateTable('outgoing_documents').set(columns).where('agency_id', '=', agency).where('id', '=', id).execute(),
  )
  return id
}
const refusedNumber = async (id: string) => {
  const { status, body } = await desk.act('clerk', id, 'number')
  const { state, number } = (await desk.see('clerk', id)).body
  return [status, body.code, state, number]
}

describe('an approved document gets no number', () => {
  test('of a body that has no series', async () => {
    const id = await approvedOf({ issuer_id: desk.office.council.id })
    expect(await refusedNumber(id)).toEqual([409, 'documents.NoSeries', 'approved', null])
  })

  test('of a body without an electronic identifier, for it is part of the document’s own', async () => {
    const issuerId = testId()
    const { office } = desk
    await office.system(context =>
      createIssuer(context, {
        ...{ id: issuerId, agencyId: office.agencyId, kind: 'service-centre', ordinal: 3, identifiers: [] },
        ...{ name: 'Trung tâm Phục vụ hành chính công', shortName: 'Trung tâm PVHCC', abbreviation: 'TTPVHCC' },
        ...{ letterhead: ['UBND XÃ CAM LỘ'], openedOn: officeOpenedOn, placeName: 'Cam Lộ' },
      }),
    )
    await office.act('clerk', async context => {
      const id = testId()
      await createSeries(context, {
        ...{ id, issuerId, direction: 'outgoing', name: 'Văn bản đi của Trung tâm', periodKind: 'year' },
        ...{ typeCodes: [], notationTemplate: '{number}/{issuer}-{unit}', basis: 'Quy chế công tác văn thư' },
      })
      await stateLastNumber(context, { id, lastNumber: 0 })
    })
    const id = await approvedOf({ issuer_id: issuerId })
    expect(await refusedNumber(id)).toEqual([409, 'documents.IdentifierMissing', 'approved', null])
  })

  test('of a unit without an abbreviation, for it is part of the notation', async () => {
    const unitId = testId()
    await desk.office.system(context =>
      saveUnit(context, {
        ...{ id: unitId, name: 'Tổ chuyển đổi số', abbreviation: '', kind: 'department', ordinal: 21 },
        ...{ validFrom: officeOpenedOn },
      }),
    )
    const id = await approvedOf({ drafting_unit_id: unitId })
    expect(await refusedNumber(id)).toEqual([422, 'documents.UnitNotationMissing', 'approved', null])
  })
})

test('a numbered document is dispatched once the PDF with its number is there, and its sender is told when to ask again', async () => {
  const id = await desk.quick.approved()
  await desk.act('clerk', id, 'number')
  expect(await desk.act('clerk', id, 'dispatch')).toMatchObject({
    ...{ status: 409, body: { code: 'documents.FileNotReady' } },
  })
  await tiePdf(desk.office, id, 'numbered_file_id')
  expect((await desk.act('clerk', id, 'dispatch')).body.state).toBe('dispatched')
})
