import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { useEffect, useRef } from 'react'
import type { IncomingRow } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { registerMessages as words } from './register-incoming-messages.vi.ts'

/** The number to write on the paper, and the next paper one press away: they come in piles. */
export function Registered({ row, onNext }: { row: IncomingRow; onNext: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <div className="page register-incoming-done">
      <h1 tabIndex={-1} ref={heading}>
        {words.doneTitle(row.arrivalNumber)}
      </h1>
      <p>{words.doneText(row.subject, row.holderName)}</p>
      <div className="state-actions">
        <Button look="primary" icon={IconPlus} data-key="primary" onClick={onNext}>
          {words.another}
        </Button>
        <LinkButton to={`documents/incoming/${row.id}`}>{words.openIt}</LinkButton>
      </div>
    </div>
  )
}
