import IconPrinter from '@tabler/icons-react/icons/IconPrinter'
import { useId, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { Dialog } from '#platform/ui/feedback/dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
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

  function print() {
    setTried(true)
    if (faultOf(from) || faultOf(to)) return
    const part = { ...(from.trim() ? { from: from.trim() } : {}), ...(to.trim() ? { to: to.trim() } : {}) }
    window.open(addressOf(part), '_blank', 'noreferrer')
    setOpen(false)
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
          <Button look="primary" icon={IconPrinter} data-key="primary" onClick={print}>
            {words.printThis}
          </Button>
          <Button onClick={() => setOpen(false)}>{actLabels.close}</Button>
        </div>
      </Dialog>
    </>
  )
}
