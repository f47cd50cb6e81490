import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import type { Party } from '#modules/agencies/contract.ts'
import type { WorkToHandOver, WorkToHandOverList } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useWhole } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import type { Option } from '#platform/ui/forms/use-options.ts'
import { Page } from '#platform/ui/layout/page.tsx'
import { usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { Deadline } from '#platform/ui/states/deadline.tsx'
import { handOverMessages as words } from './messages.vi.ts'
import './hand-over.css'

type WorkList = z.infer<typeof WorkToHandOverList>
/** So many the server moves at once. */
const atOnce = 50

/** The open work of a seat whose holder leaves, and to whom it goes (NĐ 30/2020 Phụ lục VI). */
export default function HandOver() {
  const seatId = usePathPart('leaver')
  const { role } = useSeat()
  const work = useWhole<WorkList>(`/seats/${seatId}/open-work`, { live: ['documents.'] })
  const leaver = work.data?.seat
  const title = leaver ? words.titleOf(leaver.name) : words.title
  useTitle(title)
  useHelp(words.help)
  return (
    <Page
      title={title}
      purpose={leaver ? words.purposeFor(leaver) : words.purpose}
      actions={
        role === 'agency-admin' ? (
          <LinkButton to="administration/people" icon={IconArrowLeft}>
            {words.back}
          </LinkButton>
        ) : (
          <LinkButton to="today" icon={IconArrowLeft}>
            {words.backToDay}
          </LinkButton>
        )
      }
    >
      <ResourceView resource={work}>
        {({ items, hidden, unseen }) => (
          <>
            {hidden > unseen && <Note tone="amber">{words.hiddenToo(hidden - unseen)}</Note>}
            {items.length > 0 && <HandOverForm seatId={seatId} items={items} />}
            {unseen > 0 && <UnseenForm seatId={seatId} count={unseen} />}
            {items.length + unseen === 0 && (
              <EmptyState icon={IconCircleCheck} title={hidden > 0 ? words.noneToSee : words.none}>
                {hidden > 0 ? undefined : words.noneWhy}
              </EmptyState>
            )}
          </>
        )}
      </ResourceView>
    </Page>
  )
}

/** To whom the leaver's work may go. */
const useFindSuccessor = () =>
  useFind('/parties', ({ id, name, detail }: Party) => ({ id, name, note: detail }), { kind: 'seat' })

/** Restricted documents that nobody else can hand over: as a whole, for nothing may be said of them. */
function UnseenForm({ seatId, count }: { seatId: string; count: number }) {
  const [to, setTo] = useState<Option>()
  const [tried, setTried] = useState(false)
  const find = useFindSuccessor()
  const sender = useSend<WorkList>({ title: words.sending, changes: ['/seats', '/documents'] })
  const toast = useToast()

  async function handOver() {
    setTried(true)
    if (!to || !(await sender.send(`/seats/${seatId}/hand-over-unseen`, { toSeatId: to.id }))) return
    toast({ text: words.done(count, to.name) })
  }
  return (
    <div className="form hand-over-form">
      <Note tone="amber">{words.unseen(count)}</Note>
      <Combobox
        label={words.unseenTo}
        name="unseenTo"
        value={to}
        find={find}
        error={tried && !to ? words.toMissing : undefined}
        onChange={setTo}
      />
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <div>
        <Button icon={actIconOf('hand-over')} busy={sender.sending} onClick={handOver}>
          {words.confirmUnseen(count)}
        </Button>
      </div>
    </div>
  )
}

function HandOverForm({ seatId, items }: { seatId: string; items: readonly WorkToHandOver[] }) {
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<Option>()
  const [tried, setTried] = useState(false)
  const find = useFindSuccessor()
  const sender = useSend<WorkList>({ title: words.sending, changes: ['/seats', '/documents'] })
  const toast = useToast()
  const chosen = items.filter(item => !left.has(item.documentId)).map(item => item.documentId)
  const ready = to !== undefined && chosen.length > 0

  async function handOver() {
    setTried(true)
    if (!ready) return
    for (let from = 0; from < chosen.length; from += atOnce) {
      const documentIds = chosen.slice(from, from + atOnce)
      if (!(await sender.send(`/seats/${seatId}/hand-over`, { toSeatId: to.id, documentIds }))) return
    }
    setTried(false)
    toast({ text: words.done(chosen.length, to.name) })
  }
  function choose(id: string, take: boolean) {
    const next = new Set(left)
    if (take) next.delete(id)
    else next.add(id)
    setLeft(next)
  }
  return (
    <div className="form hand-over-form">
      <ul className="hand-over-list">
        {items.map(item => (
          <li key={item.documentId}>
            <CheckField
              label={item.subject ?? words.hidden}
              note={factsOf(item)}
              checked={!left.has(item.documentId)}
              onChange={take => choose(item.documentId, take)}
            />
            <div className="row-deadline">
              <Deadline lateness={item.lateness} dueOn={item.dueOn} />
            </div>
          </li>
        ))}
      </ul>
      {left.size > 0 && (
        <div>
          <Button small look="plain" onClick={() => setLeft(new Set())}>
            {words.all(items.length)}
          </Button>
        </div>
      )}
      <Combobox
        label={words.to}
        name="to"
        value={to}
        find={find}
        error={tried && !to ? words.toMissing : undefined}
        onChange={setTo}
      />
      {tried && chosen.length === 0 && <p className="text-red">{words.nothingChosen}</p>}
      {sender.problem && <ProblemNote problem={sender.problem} onAgain={sender.again} />}
      <div>
        <Button
          look="primary"
          icon={actIconOf('hand-over')}
          busy={sender.sending}
          data-key="primary"
          onClick={handOver}
        >
          {words.confirm(chosen.length)}
        </Button>
      </div>
    </div>
  )
}

const factsOf = ({ arrivalNumber, notation, role }: WorkToHandOver): string =>
  [arrivalNumber !== null && words.arrivalNumber(arrivalNumber), notation, role ? words.roles[role] : words.waits]
    .filter(Boolean)
    .join(' · ')
