import { draftingRoles } from '#lib/roles/index.ts'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
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
  const { main, beside } = plan
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
  const mayAnswer = useMayAnswer(document)
  // Who has it in hand answers by a document or by a word; everybody else finds the answer among the rest.
  const answersFirst = mayAnswer && main === 'finish' && !onLeave
  const menu = menuOf(plan)
  if (!main && beside.length === 0 && menu.length === 0 && !mayAnswer) return null
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
          {answersFirst && <LinkButton to={replyAt}>{actLabels.reply}</LinkButton>}
          {main !== 'confirm' &&
            beside.map(act => (
              <Button key={act} icon={actIconOf(act)} onClick={() => onChoose(act)}>
                {actLabelOf(act) ?? act}
              </Button>
            ))}
        </>
      )}
      {(menu.length > 0 || (mayAnswer && !answersFirst)) && (
        <Menu direction="up" label={actLabels['other-acts']}>
          {menu.map(choice)}
          {mayAnswer && !answersFirst && <LinkButton to={replyAt}>{actLabels.reply}</LinkButton>}
        </Menu>
      )}
    </>
  )
}

/** Whoever drafts may answer what came and stands, until it has its answer. */
function useMayAnswer({ state, replyDocumentId }: IncomingDocument): boolean {
  const { role } = useSeat()
  const stands: readonly IncomingDocument['state'][] = [
    'awaiting-proposal',
    'awaiting-direction',
    'assigned',
    'in-progress',
    'finished',
  ]
  return replyDocumentId === null && stands.includes(state) && draftingRoles.includes(role)
}

/** Beside a confirmation stands another opinion, so that returning goes with the rest. */
const menuOf = ({ main, beside, others }: ActPlan): readonly IncomingAct[] =>
  main === 'confirm' ? [...others.filter(act => act !== 'direct'), ...beside] : others
