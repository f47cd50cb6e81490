import type {
  IncomingStep,
  InsideDocument,
  OutgoingStep,
  PlannedDocument,
  PlannedIssuer,
  PlannedReceipt,
  PlannedSeries,
  PlannedUnit,
} from './types.ts'

type Numbered = { readonly documents: readonly PlannedDocument[]; readonly series: readonly PlannedSeries[] }

/**
 * Gives the numbers that come of running all documents in the order of time: one after the other in each series and year
 * (NĐ 30/2020 Điều 15.1, 22.2). Outgoing ones get their notation with it.
 */
export function giveNumbers(
  documents: readonly PlannedDocument[],
  books: {
    readonly series: readonly PlannedSeries[]
    readonly issuers: readonly PlannedIssuer[]
    readonly units: readonly PlannedUnit[]
  },
): Numbered {
  const takings = documents
    .flatMap(takingsOf)
    .sort((one, other) => (one.at === other.at ? (one.stepId < other.stepId ? -1 : 1) : one.at < other.at ? -1 : 1))
  const counters = new Map<string, number>(
    books.series.flatMap(series =>
      series.periods.map(period => [`${series.id}/${period.period}`, period.lastNumberOnPaper] as const),
    ),
  )
  const beforeFirst = new Map(counters)
  const numbers = new Map<string, number>()
  for (const taking of takings) {
    const key = `${taking.seriesId}/${periodOf(taking.at)}`
    const number = (counters.get(key) ?? 0) + 1
    counters.set(key, number)
    numbers.set(taking.stepId, number)
    if (taking.batch === 'background') beforeFirst.set(key, number)
  }
  const receipt = (one: PlannedReceipt): PlannedReceipt => ({
    ...one,
    steps: one.steps.map(
      (step): IncomingStep => (step.act === 'register' ? { ...step, number: numbers.get(step.id)! } : step),
    ),
  })
  return {
    series: books.series.map(series => ({
      ...series,
      periods: series.periods.map(period => ({
        ...period,
        lastNumberBeforeFirst: beforeFirst.get(`${series.id}/${period.period}`)!,
      })),
    })),
    documents: documents.map(document =>
      document.direction === 'incoming'
        ? { ...document, receipt: receipt(document.receipt) }
        : {
            ...document,
            receipts: document.receipts.map(receipt),
            steps: document.steps.map(step => numberedStep(document, step, numbers, books)),
          },
    ),
  }
}

function numberedStep(
  document: InsideDocument,
  step: OutgoingStep,
  numbers: ReadonlyMap<string, number>,
  books: { readonly issuers: readonly PlannedIssuer[]; readonly units: readonly PlannedUnit[] },
): OutgoingStep {
  if (step.act !== 'number') return step
  const number = numbers.get(step.id)!
  const issuer = books.issuers.find(one => one.id === document.issuerId)!
  const unit = books.units.find(one => one.id === document.draftingUnitId)!
  const { typeCode } = document.content
  const notation =
    typeCode === 'CV' ? `${issuer.abbreviation}-${unit.abbreviation}` : `${typeCode}-${issuer.abbreviation}`
  return { ...step, number, notation: `${String(number).padStart(2, '0')}/${notation}` }
}

type Taking = {
  readonly stepId: string
  readonly at: string
  readonly seriesId: string
  readonly batch: PlannedDocument['batch']
}

function takingsOf(document: PlannedDocument): Taking[] {
  const { batch } = document
  const receipts = document.direction === 'incoming' ? [document.receipt] : document.receipts
  const arrivals = receipts.flatMap(receipt =>
    receipt.steps.flatMap(step =>
      step.act === 'register' ? [{ stepId: step.id, at: step.at, seriesId: step.seriesId, batch }] : [],
    ),
  )
  if (document.direction === 'incoming') return arrivals
  const { seriesId } = document
  return [
    ...arrivals,
    ...document.steps.flatMap(step =>
      step.act === 'number' ? [{ stepId: step.id, at: step.at, seriesId, batch }] : [],
    ),
  ]
}

/** The year of an instant in Viet Nam: in office hours the UTC day is the same. */
const periodOf = (at: string): string => at.slice(0, 4)
