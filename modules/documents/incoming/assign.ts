import type { z } from '#lib/schemas/index.ts'
import { type Assignment, openStates } from '#modules/assignments/contract.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { platformErrors } from '#platform/acts/errors.ts'
import type { Assign } from '../contract.ts'
import { type ActingCase, takeUp } from './case.ts'
import { giveWork } from './give-work.ts'
import { deciderOf, tellDecider } from './in-whose-name.ts'
import { hasPart, mayAddBeside } from './policy.ts'
import { recordAct } from './record-act.ts'
import { settle } from './settle.ts'

/**
 * Gives one's own work on to people (phân công), or adds parties beside what one gave before (bổ sung phối hợp). Under
 * one's own work the new pieces hang below it; beside given work they stand at its level.
 *
 * @throws assignments.TwoLeads, PartyTwice, AlreadyTakesPart, DueInThePast, DueAfterParent
 */
export async function assign(context: ActContext, input: z.output<typeof Assign> & { id: string }): Promise<string> {
  const theCase = await takeUp(context, input.id, 'assign', input.onBehalfOf)
  const { document, work, hat } = theCase
  const { parentId, beside } = placeFor(theCase, input.assignmentId)
  const decider = beside && deciderOf(context, beside)
  const principal = decider ?? (beside ? undefined : hat.standIn)
  const given = await giveWork(context, document, {
    parentId: parentId ?? undefined,
    from: {
      seatId: context.actor.seatId,
      onBehalfOf: principal?.seatId,
      enteredAs: decider?.typed ? 'from-paper' : principal ? 'delegation' : 'self',
    },
    text: input.text ?? '',
    targets: input.targets,
    dueOn: parentId ? undefined : document.due_on,
    latest: parentId ? undefined : document.due_on,
    needsLead: false,
  })
  const { state } = await settle(context, document, work)
  await recordAct(context, theCase, {
    after: state,
    text: input.text,
    ...(decider ? { onBehalfOf: decider } : {}),
    detail: { targets: given.map(({ toName, role }) => ({ name: toName, role })) },
  })
  await tellDecider(context, input.id, decider)
  return input.id
}

type PlaceInTree = { readonly parentId: string | null; readonly beside?: Assignment }

/** The work under which the new pieces hang: one's own, or that above the work which one gave and beside which they stand. */
function placeFor({ work, hat }: ActingCase, assignmentId: string | undefined): PlaceInTree {
  const open = work.filter(one => openStates.includes(one.state))
  const named = assignmentId === undefined ? undefined : open.find(one => one.id === assignmentId)
  if (assignmentId !== undefined && !named) throw platformErrors.NotFound()
  const answers = (one: Assignment) => one.role === 'lead' || one.role === 'direct'
  const mine = open.filter(one => hasPart(hat, one))
  const own = named ? mine.find(one => one.id === named.id) : (mine.findLast(answers) ?? mine.at(-1))
  if (own) return { parentId: own.id }
  const changeable = open.filter(one => mayAddBeside(work, one))
  // Who stands first may add to what others gave; what he gave himself comes before it.
  const beside = named
    ? changeable.find(one => one.id === named.id)
    : (changeable.find(one => one.fromSeatId === hat.seatId || one.onBehalfOfSeatId === hat.seatId) ??
      changeable.find(one => one.parentId === null))
  if (!beside) throw platformErrors.NotFound()
  return { parentId: beside.parentId, beside }
}
