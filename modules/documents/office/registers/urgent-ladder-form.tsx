import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconX from '@tabler/icons-react/icons/IconX'
import { useState } from 'react'
import { ladderRoles, type Rung } from '#modules/documents/contract/urgent-ladder.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { FormDialog } from '#platform/ui/forms/form-dialog.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { ladderMessages as words } from './urgent-ladder-messages.vi.ts'

type Typed = { readonly minutes: string; readonly roles: Rung['roles'] }
const mostRungs = 5

/** The ladder is changed whole: each rung with its minutes and those whom it tells. */
export function UrgentLadderForm({ rungs, onClose }: { rungs: readonly Rung[]; onClose: () => void }) {
  const [initial] = useState(() => ({ rungs: rungs.map(typedOf) as readonly Typed[] }))
  const draft = useDraft('urgent-ladder', initial)
  const [tried, setTried] = useState(false)
  const save = useSend({ title: words.title, changes: ['/documents/urgent-ladder'] })
  const toast = useToast()
  const typed = draft.value.rungs
  const faults = tried ? faultsOf(typed) : []
  const put = (place: number, changes: Partial<Typed>) =>
    draft.change({ rungs: typed.map((one, at) => (at === place ? { ...one, ...changes } : one)) })

  async function send() {
    setTried(true)
    if (faultsOf(typed).length > 0) return
    const body = { rungs: typed.map(({ minutes, roles }) => ({ minutes: Number(minutes), roles })) }
    if (!(await save.send('/documents/urgent-ladder', body, { method: 'PUT' }))) return
    draft.clear()
    toast({ text: words.saved })
    onClose()
  }
  return (
    <FormDialog title={words.title} draft={draft} faults={faults} sender={save} wide onSave={send} onClose={onClose}>
      <p className="field-hint">{words.hint}</p>
      {typed.map(({ minutes, roles }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rung is told apart by its place alone.
        <fieldset className="form-part" key={at}>
          <legend>{words.place(at + 1)}</legend>
          <TextField
            label={at === 0 ? words.minutesFirst : words.minutesNext}
            name={`minutes.${at}`}
            className="width-number"
            inputMode="numeric"
            maxLength={4}
            value={minutes}
            error={faults.find(fault => fault.path === `minutes.${at}`)?.message}
            onChange={text => put(at, { minutes: text })}
          />
          <fieldset className="field" id={`roles.${at}`}>
            <legend className="field-label">{words.whom}</legend>
            {ladderRoles.map(role => (
              <CheckField
                key={role}
                label={words.roles[role]}
                checked={roles.includes(role)}
                onChange={checked =>
                  put(at, { roles: ladderRoles.filter(one => (one === role ? checked : roles.includes(one))) })
                }
              />
            ))}
          </fieldset>
          {typed.length > 1 && (
            <div>
              <Button
                small
                look="plain"
                icon={IconX}
                aria-label={words.removeNamed(at + 1)}
                onClick={() => draft.change({ rungs: typed.filter((_, other) => other !== at) })}
              >
                {actLabels.remove}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {typed.length < mostRungs && (
        <div>
          <Button
            small
            icon={IconPlus}
            onClick={() => draft.change({ rungs: [...typed, { minutes: '30', roles: ['leader'] }] })}
          >
            {words.add}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

const typedOf = ({ minutes, roles }: Rung): Typed => ({ minutes: String(minutes), roles })

const faultsOf = (typed: readonly Typed[]) =>
  typed.flatMap(({ minutes, roles }, at) => {
    const fits = /^\d{1,4}$/.test(minutes.trim()) && Number(minutes) >= 5 && Number(minutes) <= 1440
    return [
      ...(fits ? [] : [{ path: `minutes.${at}`, message: words.missing.minutes(at + 1) }]),
      ...(roles.length > 0 ? [] : [{ path: `roles.${at}`, message: words.missing.roles(at + 1) }]),
    ]
  })
