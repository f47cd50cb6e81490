import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { writeNumber } from '#lib/document-form/index.ts'
import { todayInVietnam } from '#lib/vietnamese/index.ts'
import type { SystemActor } from '#platform/acts/actor.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { rememberStored } from '#platform/files/stored.ts'
import type { OutboxItem } from '#platform/outbox/relay.ts'
import type { FieldPlace } from '#platform/workshop/tasks/freeze-pdf.ts'
import { announceOutgoing, updateOutgoing } from './case.ts'
import { indexOutgoing } from './index-outgoing.ts'
import { letterData } from './letter.ts'
import { getSeriesFor, notationTail } from './notation.ts'
import { findOutgoing, findVersion, recipientsOf } from './rows.ts'

const typesetter: SystemActor = { kind: 'system', name: 'documents' }
const scopeOf = (item: OutboxItem) => ({
  agency: item.agencyId,
  actor: typesetter,
  origin: { requestId: item.id, network: 'local' },
})

/** Makes the frozen PDF of an approved document: rendered from what was written, or the uploaded one, with two empty fields. */
export async function freeze(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { workshop, store } = machinery
  const ready = await runAct(machinery, { ...scopeOf(item), mode: 'read only' }, context =>
    whatToFreeze(context, item.subjectId),
  )
  if (!ready) return
  const made =
    ready.kind === 'letter'
      ? await workshop.run('render-letter', { letter: ready.letter, createdAt: ready.approvedAt })
      : { pdfPath: store.pathOf(ready.hash), pages: ready.pages, places: ready.places }
  try {
    const { pdfPath } = await workshop.run('freeze-pdf', {
      path: made.pdfPath,
      places: made.places ?? usualPlaces(ready.year),
    })
    await keepAs(machinery, item, pdfPath, { column: 'frozen_file_id', pages: made.pages, name: ready.name })
  } finally {
    if (ready.kind === 'letter') await rm(made.pdfPath, { force: true })
  }
}

async function whatToFreeze(context: Context, id: string) {
  const document = await findOutgoing(context, id)
  if (!document?.approved_at || document.frozen_file_id) return undefined
  const version = (await findVersion(context, id, document.version))!
  const facts = {
    year: Number(todayInVietnam(document.approved_at).slice(0, 4)),
    approvedAt: document.approved_at.toISOString(),
    name: fileNameOf(document.subject),
  }
  if (version.content) {
    const { agencies } = context.ports
    const on = todayInVietnam(document.approved_at)
    const series = await getSeriesFor(context, document.issuer_id, document.type_code, on)
    const [unit] = await agencies.getUnits(context, [document.drafting_unit_id])
    const letter = letterData(
      {
        document,
        letter: version.content,
        issuer: (await agencies.findIssuer(context, document.issuer_id))!,
        unit: unit!,
        recipients: await recipientsOf(context, id),
        signingLines: document.signing_lines ?? [],
        notationTail: await notationTail(context, document, series, on),
      },
      { kind: 'reserved', year: facts.year },
    )
    return { kind: 'letter' as const, letter, ...facts }
  }
  const file = await context.tx
    .selectFrom('document_files')
    .select(['hash', 'pages'])
    .where('agency_id', '=', context.agency)
    .where('id', '=', version.main_file_id!)
    .executeTakeFirstOrThrow()
  const places = document.number_place as { number: Place; date: Place } | null
  return {
    kind: 'upload' as const,
    hash: file.hash,
    pages: file.pages ?? 0,
    places: places && coveringPlaces(places, facts.year),
    ...facts,
  }
}

type Place = { page: number; x: number; y: number; width: number; height: number }
const blank = (year: number) => `ngày … tháng … năm ${year}`

const coveringPlaces = (
  { number, date }: { number: Place; date: Place },
  year: number,
): { number: FieldPlace; date: FieldPlace } => ({
  number: { ...number, style: 'upright', align: 'left', cover: true, blankText: '' },
  date: { ...date, style: 'italic', align: 'left', cover: true, blankText: blank(year) },
})

/** Where number and date stand on a page made by the decree's layout, for an upload on which nobody marked them. */
const usualPlaces = (year: number): { number: FieldPlace; date: FieldPlace } => ({
  number: {
    page: 1,
    x: 130,
    y: 103,
    width: 40,
    height: 15,
    style: 'upright',
    align: 'right',
    cover: false,
    blankText: '',
  },
  date: {
    page: 1,
    x: 385,
    y: 103,
    width: 150,
    height: 15,
    style: 'italic',
    align: 'left',
    cover: false,
    blankText: blank(year),
  },
})

/** Fills number and date into the frozen PDF, as an incremental revision: what was frozen stays its exact beginning. */
export async function fillNumber(machinery: ActMachinery, item: OutboxItem): Promise<void> {
  const { workshop, store } = machinery
  const ready = await runAct(machinery, { ...scopeOf(item), mode: 'read only' }, async context => {
    const document = await findOutgoing(context, item.subjectId)
    if (!document?.number || document.numbered_file_id) return undefined
    // The freezing job of the same document comes first; if it failed this one waits behind it.
    if (!document.frozen_file_id) throw new Error('the PDF is not frozen yet')
    const file = await context.tx
      .selectFrom('document_files')
      .select(['hash', 'pages', 'name'])
      .where('agency_id', '=', context.agency)
      .where('id', '=', document.frozen_file_id)
      .executeTakeFirstOrThrow()
    return {
      ...file,
      number: writeNumber(document.number, document.number_suffix),
      date: dateInWords(document.issued_on!),
    }
  })
  if (!ready) return
  const { pdfPath } = await workshop.run('fill-number', {
    path: store.pathOf(ready.hash),
    number: ready.number,
    date: ready.date,
  })
  await keepAs(machinery, item, pdfPath, { column: 'numbered_file_id', pages: ready.pages ?? 0, name: ready.name })
}

/** 'ngày 05 tháng 01 năm 2026': days below 10 and months 1 and 2 bear a 0 (NĐ 30/2020 Phụ lục I, mục II.4b). */
function dateInWords(date: CalendarDate): string {
  const [year, month, day] = date.split('-') as [string, string, string]
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}

type Kept = { column: 'frozen_file_id' | 'numbered_file_id'; pages: number; name: string }

async function keepAs(
  machinery: ActMachinery,
  item: OutboxItem,
  pdfPath: string,
  { column, pages, name }: Kept,
): Promise<void> {
  const kept = await machinery.store.keepOwn(createReadStream(pdfPath)).finally(() => rm(pdfPath, { force: true }))
  await runAct(machinery, scopeOf(item), async context => {
    const { tx, agency, now } = context
    const document = await findOutgoing(context, item.subjectId)
    if (!document || document[column]) return
    const version = await findVersion(context, document.id, document.version)
    await rememberStored(tx, kept, 'application/pdf')
    const id = context.newId()
    await tx
      .insertInto('document_files')
      .values({
        agency_id: agency,
        id,
        document_id: document.id,
        direction: 'outgoing',
        role: 'main',
        ordinal: 0,
        version: document.version,
        title: document.subject.slice(0, 200),
        name,
        hash: kept.hash,
        media_type: 'application/pdf',
        size: kept.size,
        pages,
        body_text: version?.body_text ?? '',
        added_by: null,
        added_at: now,
      })
      .execute()
    await updateOutgoing(context, document.id, { [column]: id, pages })
    await context.audit({
      act: `documents.${column === 'frozen_file_id' ? 'frozen' : 'number-filled'}`,
      subject: { type: 'outgoing-document', id: document.id },
      after: { file: kept.hash.toString('hex') },
    })
    if (column === 'numbered_file_id') await indexOutgoing(context, document.id)
    await announceOutgoing(context, document)
  })
}

const fileNameOf = (subject: string): string =>
  `${subject
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, 80)
    .trim()}.pdf`
