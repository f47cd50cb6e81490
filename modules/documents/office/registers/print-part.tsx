import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { type MouseEvent, useId, useState } from 'react'
import { Button, buttonClass } from '#platform/ui/actions/button.tsx'
import { FileLink } from '#platform/ui/actions/file-link.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { registerMessages as words } from './messages.vi.ts'

type Part = { readonly from?: string; readonly to?: string }

/** A long register is printed from number to number. */
export function PrintPart({ addressOf }: { addressOf: (part: Part) => string }) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [tried, setTried] = useState(false)
  const faultOf = (text: string) =>
    text.trim() === '' || /^\d{1,7}$/.test(text.trim()) ? undefined : words.numberFault

  const part = { ...(from.trim() ? { from: from.trim() } : {}), ...(to.trim() ? { to: to.trim() } : {}) }

  function print(event: MouseEvent) {
    setTried(true)
    if (faultOf(from) || faultOf(to)) event.preventDefault()
    else setOpen(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{words.printPart}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} labelledBy={id} className="dialog">
        <div className="form">
          <h2 id={id}>{words.printPart}</h2>
          <p className="secondary">{words.printPartHint}</p>
          <TextField
            label={words.from}
            optional
            className="width-number"
            inputMode="numeric"
            value={from}
            error={tried ? faultOf(from) : undefined}
            onChange={setFrom}
          />
          <TextField
            label={words.to}
            optional
            className="width-number"
            inputMode="numeric"
            value={to}
            error={tried ? faultOf(to) : undefined}
            onChange={setTo}
          />
        </div>
        <div className="dialog-actions">
          <FileLink
            className={buttonClass({ look: 'primary' })}
            data-key="primary"
            address={addressOf(part)}
            onClick={print}
          >
            <Icon of={IconPrinter} />
            {words.printThis}
          </FileLink>
          <Button onClick={() => setOpen(false)}>{actLabels.close}</Button>
        </div>
      </Dialog>
    </>
  )
}
