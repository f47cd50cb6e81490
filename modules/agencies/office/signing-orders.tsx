import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconSignature from '@tabler/icons-react/icons/IconSignature'
import { useState } from 'react'
import { findDocumentType } from '#lib/document-form/index.ts'
import type { z } from '#lib/schemas/index.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConfirmDialog } from '#platform/ui/feedback/confirm-dialog.tsx'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
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
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <>
          <LinkButton to="administration" icon={IconArrowLeft}>
            {agencyMessages.back.administration}
          </LinkButton>
          <Button look="primary" icon={IconPlus} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        </>
      }
    >
      <ResourceView resource={orders}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={IconSignature} title={words.none}>
              {words.noneWhy}
            </EmptyState>
          ) : (
            <ul className="agencies-list" aria-label={words.title}>
              {items.map(order => (
                <OrderLine key={order.id} order={order} />
              ))}
            </ul>
          )
        }
      </ResourceView>
      {adding && <SigningOrderForm onClose={() => setAdding(false)} />}
    </Page>
  )
}

function OrderLine({ order }: { order: SigningOrder }) {
  const { issuerName, writtenBasis, validFrom, validTo } = order
  const [ending, setEnding] = useState(false)
  const today = dayOf(new Date())
  const state = validTo !== null && validTo <= today ? 'ended' : validFrom > today ? 'coming' : 'running'
  const what = whatOf(order)
  return (
    <li>
      <div className={state === 'ended' ? 'secondary' : undefined}>
        <b>{what}</b>
        <p className="small">
          {[issuerName, words.days(formatDay(validFrom), validTo && formatDay(validTo)), words.state[state]].join(
            ' · ',
          )}
        </p>
        <p className="small">{words.basis(writtenBasis)}</p>
      </div>
      {state !== 'ended' && (
        <Button small aria-label={words.endNamed(what)} onClick={() => setEnding(true)}>
          {words.end}
        </Button>
      )}
      {ending && <EndOrder order={order} onClose={() => setEnding(false)} />}
    </li>
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
