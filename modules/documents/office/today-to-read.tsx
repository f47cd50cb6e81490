import { lazy, Suspense, useState } from 'react'
import type { TodayItem } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { markReadMessages as words } from './mark-read-messages.vi.ts'
import './mark-read.css'

// The day is the first screen of the morning: what few press is not carried there.
const MarkReadDialog = lazy(async () => ({ default: (await import('./mark-read-dialog.tsx')).MarkReadDialog }))

/** What is only to be read among what waits, and a press that takes it off the day. */
export function ToRead({ items }: { items: readonly TodayItem[] }) {
  const [open, setOpen] = useState(false)
  if (items.length === 0 && !open) return null
  return (
    <div className="mark-read-waiting">
      <span>{words.waiting(items.length)}</span>
      <Button small icon={actIconOf('mark-read')} onClick={() => setOpen(true)}>
        {actLabels['mark-read']}
      </Button>
      {open && (
        <Suspense>
          <MarkReadDialog
            documents={items.map(({ documentId, direction, subject }) => ({ id: documentId, direction, subject }))}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
