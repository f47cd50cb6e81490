import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { actLabelOf, actLabels } from '#platform/ui/text/act-labels.ts'
import type { ActPlan } from './act-plan.ts'
import { readerMessages as words } from './reader-messages.vi.ts'

type ActsFootProps = {
  document: IncomingDocument
  plan: ActPlan
  busy: boolean
  onDo: (act: IncomingAct) => void
  onChoose: (act: IncomingAct) => void
  /** Back to what the document waits for, from an act that was chosen. */
  onLeave: (() => void) | undefined
}

/** One primary button, a second one, the rest behind a word. */
export function ActsFoot({ document, plan, busy, onDo, onChoose, onLeave }: ActsFootProps) {
  const { main, beside, others } = plan
  // Registering has a screen of its own, where book, deadline and the next number are seen.
  const registerAt = `documents/incoming/${document.id}/register`
  const replyAt = `documents/outgoing/new?reply=${document.id}`
  const choice = (act: IncomingAct) =>
    act === 'register' ? (
      <LinkButton key={act} to={registerAt}>
        {actLabels.register}
      </LinkButton>
    ) : (
      <button key={act} type="button" onClick={() => onChoose(act)}>
        {actLabelOf(act) ?? act}
      </button>
    )
  const mayAnswer = main === 'finish' && document.replyDocumentId === null
  if (!main && beside.length === 0 && others.length === 0) return null
  return (
    <>
      {main === 'register' ? (
        <LinkButton look="primary" icon={actIconOf('register')} data-key="primary" to={registerAt}>
          {actLabels.register}
        </LinkButton>
      ) : (
        main && (
          <Button look="primary" icon={actIconOf(main)} data-key="primary" busy={busy} onClick={() => onDo(main)}>
            {actLabelOf(main) ?? main}
          </Button>
        )
      )}
      {onLeave ? (
        <Button onClick={onLeave}>{words.form.close}</Button>
      ) : (
        <>
          {main === 'confirm' && document.allowed.includes('direct') && (
            <Button onClick={() => onChoose('direct')}>{words.proposal.other}</Button>
          )}
          {mayAnswer && <LinkButton to={replyAt}>{actLabels.reply}</LinkButton>}
          {main !== 'confirm' &&
            beside.map(act => (
              <Button key={act} icon={actIconOf(act)} onClick={() => onChoose(act)}>
                {actLabelOf(act) ?? act}
              </Button>
            ))}
        </>
      )}
      {menuOf(plan).length > 0 && (
        <Menu direction="up" label={actLabels['other-acts']}>
          {menuOf(plan).map(choice)}
          {mayAnswer && onLeave && <LinkButton to={replyAt}>{actLabels.reply}</LinkButton>}
        </Menu>
      )}
    </>
  )
}

/** Beside a confirmation stands another opinion, so that returning goes with the rest. */
const menuOf = ({ main, beside, others }: ActPlan): readonly IncomingAct[] =>
  main === 'confirm' ? [...others.filter(act => act !== 'direct'), ...beside] : others
