import { useState } from 'react'
import type { RowTick } from '#platform/ui/layout/data-row.tsx'
import { toggled } from './ticks.ts'

export type Ticks = {
  readonly chosen: readonly string[]
  of(id: string): RowTick
  all(): void
  none(): void
}

/** Which rows are ticked; with Shift everything from the row ticked last. */
export function useTicks(rows: readonly { readonly id: string }[]): Ticks {
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [last, setLast] = useState<string>()
  const ids = rows.map(row => row.id)
  // What has left the list meanwhile is not acted on unseen.
  const chosen = ids.filter(id => ticked.includes(id))
  return {
    chosen,
    of: id => ({
      checked: chosen.includes(id),
      onChange: (checked, range) => {
        setTicked(toggled(ids, chosen, { id, checked, from: range ? last : undefined }))
        setLast(id)
      },
    }),
    all: () => setTicked(ids),
    none: () => setTicked([]),
  }
}
