import type { z } from '#lib/schemas/index.ts'
import type { AssignmentTarget } from '#modules/assignments/contract.ts'
import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import type { FormError } from '#platform/ui/forms/form-error.ts'
import type { ActValue, Chosen } from './act-value.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.missing

type Target = z.input<typeof AssignmentTarget>

/** What is still missing, in the order of the form. What else is wrong only the server knows. */
export function missingIn(act: IncomingAct, value: ActValue, by: { namesLeader: boolean }): FormError[] {
  const says = (path: string, is: boolean, message: string): FormError[] => (is ? [{ path, message }] : [])
  const noText = value.text.trim() === ''
  const noWork = says('work', value.work === '', words.work)
  switch (act) {
    case 'direct':
      return [
        ...says('behalf', by.namesLeader && value.behalf === '', words.behalf),
        ...says('lead', value.lead === null, value.further ? words.director : words.lead),
      ]
    case 'correct-direction':
      return says('lead', value.lead === null, words.lead)
    case 'propose':
      return [...says('leader', value.leader === null, words.leader), ...says('lead', value.lead === null, words.lead)]
    case 'assign':
      return says('lead', targetsOf(value).length === 0, words.anybody)
    case 'forward':
      return says('inform', targetsOf(value).length === 0, words.anybody)
    case 'change-lead':
      return [...noWork, ...says('lead', value.lead === null, words.lead), ...says('text', noText, words.reason)]
    case 'withdraw':
      return [...noWork, ...says('text', noText, words.reason)]
    case 'urge':
      return [...says('urged', value.urged.length === 0, words.urged), ...says('text', noText, words.text)]
    case 'extend':
      return [...noWork, ...says('due', value.dueOn === '', words.due), ...says('text', noText, words.reason)]
    case 'ask-extension':
      return [...says('due', value.dueOn === '', words.due), ...says('text', noText, words.reason)]
    case 'answer-extension':
      return [
        ...says('granted', value.granted === '', words.answer),
        ...says('due', value.granted === 'other' && value.dueOn === '', words.due),
        ...says('text', value.granted === 'none' && noText, words.reason),
      ]
    case 'finish-without-work':
      return [
        ...says('behalf', by.namesLeader && value.behalf === '', words.behalf),
        ...says('text', noText, words.text),
      ]
    case 'finish':
      return says('text', noText, words.result)
    case 'return':
    case 'set-aside':
    case 'reopen':
    case 'refuse':
      return says('text', noText, words.reason)
    case 'attach':
      return says('files', value.files.length === 0, words.files)
    default:
      return []
  }
}

/** The body of an act's request. */
export function requestOf(
  act: IncomingAct,
  value: ActValue,
  document: Pick<IncomingDocument, 'assignments'>,
): Readonly<Record<string, unknown>> {
  const reason = value.text.trim()
  const text = reason === '' ? {} : { text: reason }
  const assignment = value.work === '' ? {} : { assignmentId: value.work }
  switch (act) {
    case 'direct':
      return {
        targets: targetsOf(value),
        ...text,
        ...(value.behalf ? { onBehalfOf: value.behalf } : {}),
        ...(value.behalf && value.files.length > 0
          ? { evidence: value.files.map(({ id }) => ({ uploadId: id, role: 'evidence' })) }
          : {}),
      }
    case 'finish-without-work':
      return { targets: targetsOf(value), ...text, ...(value.behalf ? { onBehalfOf: value.behalf } : {}) }
    case 'correct-direction':
      return { targets: targetsOf(value), ...text }
    case 'propose':
      return { targets: targetsOf(value), ...text, leaderSeatId: value.leader?.id }
    case 'send-up':
      return { ...text, ...(value.leader ? { leaderSeatId: value.leader.id } : {}) }
    case 'assign':
      return { targets: targetsOf(value), ...text, ...assignment }
    case 'forward':
      return { targets: targetsOf(value), ...text }
    case 'change-lead':
      return { ...assignment, ...(value.lead ? partyOf(value.lead) : {}), reason }
    case 'withdraw':
    case 'return':
      return { ...assignment, reason }
    case 'set-aside':
    case 'reopen':
    case 'refuse':
      return { reason }
    case 'bring-back':
      return {}
    case 'urge':
      return { assignmentIds: value.urged, ...text }
    case 'ask-extension':
      return { extensionId: value.id, ...assignment, dueOn: value.dueOn, reason }
    case 'extend':
      return { ...assignment, dueOn: value.dueOn, reason }
    case 'answer-extension': {
      const asked = document.assignments.find(one => one.id === value.work)?.extension
      const granted = { asked: asked?.askedDueOn ?? null, other: value.dueOn, none: null, '': null }[value.granted]
      return { extensionId: asked?.id, grantedDueOn: granted, ...text }
    }
    case 'finish':
      return { ...assignment, result: reason }
    case 'attach':
      return { files: value.files.map(({ id }) => ({ uploadId: id, role: 'attachment' })) }
    default:
      return {}
  }
}

/** Who gets work, in the order of the form; who is only informed has no deadline. */
export function targetsOf(value: ActValue): Target[] {
  const { lead, further, dueOn, assist, assistDueOn, inform } = value
  return [
    ...(lead ? [targetOf(value, lead, further ? 'direct' : 'lead', dueOn)] : []),
    ...assist.map(one => targetOf(value, one, 'assist', assistDueOn)),
    ...inform.map(one => targetOf(value, one, 'inform', '')),
  ]
}

function targetOf(value: ActValue, one: Chosen, role: Target['role'], dueOn: string): Target {
  const own = value.own[one.id]
  const due = role === 'inform' ? '' : own?.dueOn || dueOn
  const text = own?.text.trim()
  return { ...partyOf(one), role, ...(due ? { dueOn: due } : {}), ...(text ? { text } : {}) }
}

const partyOf = ({ kind, id }: Chosen) => (kind === 'seat' ? { seatId: id } : { unitId: id })
