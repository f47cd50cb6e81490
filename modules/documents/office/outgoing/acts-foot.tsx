import type { OutgoingAct, OutgoingDocument } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import type { OpenedAct } from './outgoing-acts.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.acts

type ActsFootProps = {
  document: OutgoingDocument
  /** The act whose form stands in the panel: the foot then sends or leaves it. */
  opened: OpenedAct | undefined
  reviewKind: 'opinion' | 'content' | 'form'
  busy: boolean
  onOpen: (act: OpenedAct) => void
  onClose: () => void
  onDo: (act: string) => void
}

/** What is to be done next, in the order of the document's way: one primary button, a second one, the rest behind a word. */
export function ActsFoot({ document, opened, reviewKind, busy, onOpen, onClose, onDo }: ActsFootProps) {
  const { allowed, editing } = document
  const may = (act: OutgoingAct) => allowed.includes(act)
  if (opened)
    return (
      <>
        <Button look="primary" icon={actIconOf(opened)} busy={busy} data-key="primary" onClick={() => onDo(opened)}>
          {actLabels[opened]}
        </Button>
        <Button onClick={onClose}>{actLabels['not-yet']}</Button>
      </>
    )

  const primary = (act: string, label: string, run: () => void) => (
    <Button look="primary" icon={actIconOf(act)} busy={busy} data-key="primary" onClick={run}>
      {label}
    </Button>
  )
  const giveBack = (
    <Button icon={actIconOf('return')} onClick={() => onDo('return')}>
      {actLabels.return}
    </Button>
  )
  const answers = may('review') || may('approve')
  const first = may('review') ? (
    <>
      {primary('confirm', agreeLabels[reviewKind], () => onDo('agree'))}
      {giveBack}
    </>
  ) : may('approve') ? (
    <>
      {primary('approve', actLabels.approve, () => onDo('approve'))}
      {giveBack}
    </>
  ) : may('number') ? (
    primary('number', actLabels.number, () => onOpen('number'))
  ) : may('dispatch') ? (
    primary('dispatch', actLabels.dispatch, () => onOpen('dispatch'))
  ) : may('dispatch-again') && document.recipients.some(one => one.state === 'taken-back') ? (
    primary('dispatch-again', actLabels['dispatch-again'], () => onOpen('dispatch-again'))
  ) : may('submit') ? (
    primary('submit', actLabels.submit, () => onOpen('submit'))
  ) : null

  const others: readonly (readonly [act: OpenedAct, shown: boolean])[] = [
    ['return', may('return') && !answers],
    ['take-back', may('take-back')],
    ['recall', may('recall')],
    ['cancel', may('cancel')],
  ]
  const shown = others.filter(([, is]) => is).map(([act]) => act)
  const releases = may('release') && editing?.own === true
  const hasMenu = shown.length > 0 || releases
  if (!first && !hasMenu) return null
  return (
    <>
      {first}
      <span className="grow" />
      {hasMenu && (
        <Menu direction="up" label={actLabels['other-acts']}>
          {releases && (
            <button type="button" onClick={() => onDo('release')}>
              <Icon of={actIconOf('release')} />
              {actLabels.release}
            </button>
          )}
          {shown.map(act => (
            <button
              key={act}
              type="button"
              className={act === 'recall' || act === 'cancel' ? 'danger' : undefined}
              onClick={() => onOpen(act)}
            >
              <Icon of={actIconOf(act)} />
              {actLabels[act]}
            </button>
          ))}
        </Menu>
      )}
    </>
  )
}

const agreeLabels = { opinion: words.agree, content: words.agreeContent, form: words.agreeForm } as const
