import { assign } from '#modules/documents/incoming/assign.ts'
import { bringBack } from '#modules/documents/incoming/bring-back.ts'
import { changeLead } from '#modules/documents/incoming/change-lead.ts'
import { comment } from '#modules/documents/incoming/comment.ts'
import { confirm } from '#modules/documents/incoming/confirm.ts'
import { direct } from '#modules/documents/incoming/direct.ts'
import { answerExtension, askExtension } from '#modules/documents/incoming/extension.ts'
import { finish } from '#modules/documents/incoming/finish.ts'
import { forward } from '#modules/documents/incoming/forward.ts'
import { open } from '#modules/documents/incoming/open.ts'
import { propose } from '#modules/documents/incoming/propose.ts'
import { refuse } from '#modules/documents/incoming/refuse.ts'
import { registerArrived } from '#modules/documents/incoming/register-arrived.ts'
import { returnTask } from '#modules/documents/incoming/return-task.ts'
import { sendUp } from '#modules/documents/incoming/send-up.ts'
import { setAside } from '#modules/documents/incoming/set-aside.ts'
import { urge } from '#modules/documents/incoming/urge.ts'
import { withdrawTask } from '#modules/documents/incoming/withdraw-task.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { IncomingStep, PlannedTarget } from '../types.ts'

/** Does one step of a document's way through an office, by the act that a person would do it with. */
export async function doIncoming(context: ActContext, id: string, step: IncomingStep): Promise<unknown> {
  switch (step.act) {
    case 'register':
      return registerArrived(context, {
        id,
        registerId: step.registerId,
        dueOn: step.dueOn,
        duplicateReason: 'Bản minh họa',
        ...(step.leaderSeatId ? { leaderSeatId: step.leaderSeatId } : {}),
      })
    case 'set-aside':
      return setAside(context, { id, reason: step.reason })
    case 'refuse':
      return refuse(context, { id, reason: step.reason })
    case 'bring-back':
      return bringBack(context, { id })
    case 'send-up':
      return sendUp(context, { id, leaderSeatId: step.leaderSeatId, text: step.text })
    case 'propose':
      return propose(context, {
        id,
        leaderSeatId: step.leaderSeatId,
        targets: targetsOf(step.targets),
        text: step.text,
        dueOn: step.dueOn,
      })
    case 'confirm':
      return confirm(context, { id, ...(step.text ? { text: step.text } : {}) })
    case 'direct':
      return direct(context, {
        id,
        targets: targetsOf(step.targets),
        text: step.text,
        dueOn: step.dueOn,
        ...(step.onBehalfOf ? { onBehalfOf: step.onBehalfOf } : {}),
      })
    case 'assign':
      return assign(context, { id, targets: targetsOf(step.targets), text: step.text, ...assignmentOf(step) })
    case 'open':
      return open(context, { id })
    case 'return':
      return returnTask(context, { id, reason: step.reason, ...assignmentOf(step) })
    case 'withdraw':
      return withdrawTask(context, { id, assignmentId: step.assignmentId, reason: step.reason })
    case 'change-lead':
      return changeLead(context, { id, assignmentId: step.assignmentId, unitId: step.unitId, reason: step.reason })
    case 'urge':
      return urge(context, { id, assignmentIds: [step.assignmentId], text: step.text })
    case 'ask-extension':
      return askExtension(context, {
        id,
        extensionId: step.extensionId,
        assignmentId: step.assignmentId,
        dueOn: step.dueOn,
        reason: step.reason,
      })
    case 'answer-extension':
      return answerExtension(context, {
        id,
        extensionId: step.extensionId,
        grantedDueOn: step.grantedDueOn,
        ...(step.text ? { text: step.text } : {}),
      })
    case 'forward':
      return forward(context, { id, targets: targetsOf(step.targets), text: step.text })
    case 'comment':
      return comment(context, { id, commentId: step.id, text: step.text })
    case 'finish':
      return finish(context, { id, result: step.result, ...assignmentOf(step) })
  }
}

const assignmentOf = ({ assignmentId }: { assignmentId: string | null }) => (assignmentId ? { assignmentId } : {})

const targetsOf = (targets: readonly PlannedTarget[]) =>
  targets.map(({ id, role, seatId, unitId, dueOn }) => ({
    id,
    role,
    dueOn,
    ...(seatId ? { seatId } : {}),
    ...(unitId ? { unitId } : {}),
  }))
