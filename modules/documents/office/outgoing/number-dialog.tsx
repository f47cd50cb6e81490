import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { OwnAgency, Unit } from '#modules/agencies/contract.ts'
import type { OutgoingDocument, SeriesView } from '#modules/documents/contract.ts'
import type { Problem } from '#platform/ui/data/problem.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import { nextNumberOn, previewNotation, seriesFor } from './notation-preview.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.number

type NumberDialogProps = {
  document: OutgoingDocument
  busy: boolean
  problem: Problem | undefined
  onNumber: (issuedOn: string) => void
  onClose: () => void
}

/** The one question before a number is given: which number, which day, whose signature, and that it cannot be undone. */
export function NumberDialog({ document, busy, problem, onNumber, onClose }: NumberDialogProps) {
  const today = dayOf(new Date())
  const [day, setDay] = useState(today)
  const series = useResource<{ items: z.infer<typeof SeriesView>[] }>('/series')
  const agency = useResource<z.infer<typeof OwnAgency>>('/agency')
  const units = useResource<{ items: z.infer<typeof Unit>[] }>('/units')
  const year = day.slice(0, 4)
  const drawnFrom = seriesFor({ document, series: series.data?.items ?? [] })
  const next = nextNumberOn(day, document, drawnFrom)
  const notation = previewNotation({
    document: { ...document, nextNumber: next },
    series: series.data?.items ?? [],
    issuers: agency.data?.issuers ?? [],
    units: units.data?.items ?? [],
    year: Number(year),
  })
  const signer = [document.signingLines.join(' / '), document.signerName, words.signatures[document.signature]]
    .filter(Boolean)
    .join(', ')
  return (
    <ConfirmDialog
      open
      title={words.title(notation ?? String(next ?? words.unknown), formatDay(day))}
      facts={[
        [words.document, `${document.typeName}: ${document.subject}`],
        [words.signer, signer],
        [words.series, drawnFrom && next !== null && words.before(drawnFrom.name, year, next - 1)],
      ]}
      consequence={words.consequence}
      confirm={words.confirm(next)}
      icon={actIconOf('number')}
      busy={busy}
      problem={problem}
      onConfirm={() => onNumber(day)}
      onCancel={onClose}
    >
      <DateField
        label={words.day}
        hint={words.dayHint}
        name="issuedOn"
        value={day}
        min={document.approvedAt ? dayOf(new Date(document.approvedAt)) : undefined}
        max={today}
        onChange={chosen => setDay(chosen ?? today)}
      />
    </ConfirmDialog>
  )
}
