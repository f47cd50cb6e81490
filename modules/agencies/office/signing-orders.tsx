import IconSignature from '@tabler/icons-react/icons/IconSignature'
import { useState } from 'react'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { asList, useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { AdminLine, AdminList } from '#platform/ui/layout/admin-list.tsx'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import type { SigningOrderList, SigningOrder as SigningOrderSchema } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'
import { SigningOrderForm } from './signing-order-form.tsx'
import './office.css'

type SigningOrder = z.infer<typeof SigningOrderSchema>
const words = agencyMessages.signingOrders

/** What the regulations lay down of signing by order: what is not here cannot be signed TL. (NĐ 30/2020 Điều 13.4). */
export default function SigningOrders() {
  const orders = useResource<z.infer<typeof SigningOrderList>>('/signing-orders')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <AdminList
        words={words}
        back={{ to: 'administration', label: agencyMessages.back.administration }}
        icon={IconSignature}
        list={asList(orders)}
        onAdd={() => setAdding(true)}
        line={order => <OrderLine key={order.id} order={order} />}
      />
      {adding && <SigningOrderForm onClose={() => setAdding(false)} />}
    </>
  )
}

function OrderLine({ order }: { order: SigningOrder }) {
  const { issuerName, writtenBasis, validFrom, validTo } = order
  const [ending, setEnding] = useState(false)
  const today = dayOf(new Date())
  const state = validTo !== null && validTo <= today ? 'ended' : validFrom > today ? 'coming' : 'running'
  const what = whatOf(order)
  return (
    <AdminLine
      over={state === 'ended'}
      acts={
        state !== 'ended' && (
          <Button small aria-label={words.endNamed(what)} onClick={() => setEnding(true)}>
            {words.end}
          </Button>
        )
      }
    >
      <b>{what}</b>
      <p className="small">
        {[issuerName, words.days(formatDay(validFrom), validTo && formatDay(validTo)), words.state[state]].join(' · ')}
      </p>
      <p className="small">{words.basis(writtenBasis)}</p>
      {ending && <EndOrder order={order} onClose={() => setEnding(false)} />}
    </AdminLine>
  )
}

function EndOrder({ order, onClose }: { order: SigningOrder; onClose: () => void }) {
  const [validTo, setValidTo] = useState<string | undefined>(() => dayOf(new Date()))
  const sender = useSend({ title: words.end, changes: ['/signing-orders'] })
  const toast = useToast()
  async function end() {
    if (!validTo || !(await sender.send(`/signing-orders/${order.id}/end`, { validTo }))) return
    toast({ text: words.ended })
    onClose()
  }
  return (
    <ConfirmDialog
      open
      title={words.endTitle(whatOf(order))}
      consequence={words.endConsequence}
      confirm={words.end}
      busy={sender.sending}
      problem={sender.problem}
      onConfirm={end}
      onCancel={onClose}
    >
      <DateField
        label={words.endDay}
        name="validTo"
        value={validTo}
        error={validTo ? undefined : agencyMessages.missing.day}
        onChange={setValidTo}
      />
    </ConfirmDialog>
  )
}

function whatOf({ unitName, typeCodes }: SigningOrder): string {
  const types = typeCodes.map(code => (findDocumentType(code)?.name ?? code).toLocaleLowerCase('vi'))
  return words.signs(unitName ? words.headOf(unitName) : words.everyUnit, types.join(', '))
}
