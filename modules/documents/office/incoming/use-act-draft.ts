import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import { newId } from '#platform/ui/data/ids.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { type ActValue, initialValue } from './act-value.ts'

type Kept = { act: IncomingAct | ''; values: Partial<Record<IncomingAct, ActValue>> }

/** What is typed on a document, each act by itself: changing from one act to another and back loses nothing. */
export function useActDraft(document: IncomingDocument) {
  const seat = useSeat()
  const draft = useDraft<Kept>(`incoming-act:${document.id}`, { act: '', values: {} })
  const valueIn = ({ values }: Kept, act: IncomingAct): ActValue => ({
    ...initialValue(act, document, seat.id),
    ...values[act],
  })
  return {
    draft,
    chosen: draft.value.act,
    choose: (act: IncomingAct | '') => draft.change({ act }),
    valueOf: (act: IncomingAct) => valueIn(draft.value, act),
    change: (act: IncomingAct, changes: Partial<ActValue>) =>
      draft.change(kept => {
        const value = valueIn(kept, act)
        return { values: { ...kept.values, [act]: { ...value, id: value.id || newId(), ...changes } } }
      }),
    /** After the server's answer; what is typed for other acts stays. */
    forget: (act: IncomingAct) => {
      const { [act]: _sent, ...others } = draft.value.values
      if (Object.keys(others).length === 0) draft.clear()
      else draft.change({ act: '', values: others })
    },
    /** What was sent comes back into its form: it was undone. */
    restore: (act: IncomingAct, value: ActValue) =>
      draft.change(({ values }) => ({ act, values: { ...values, [act]: value } })),
  }
}
