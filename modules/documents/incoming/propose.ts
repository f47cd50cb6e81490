import type { z } from '#lib/schemas/index.ts'
import type { ActContext } from '#platform/acts/context.ts'
import type { Propose } from '../contract.ts'
import { takeUp } from './case.ts'
import { withLeader } from './first-place.ts'
import { givenBefore } from './give-work.ts'
import { recordAct } from './record-act.ts'
import { incomingSubject, type Proposal, type ProposedTarget } from './rows.ts'
import { announceIncoming, standAt } from './settle.ts'
import { tellHolderOfUrgent } from './tell-holder.ts'

/**
 * The office head proposes to a leader who leads, who assists, by when; the leader confirms with one press or says
 * something else. What could not be confirmed cannot be proposed.
 */
export async function propose(context: ActContext, input: z.output<typeof Propose> & { id: string }): Promise<string> {
  const { actor, ports, now } = context
  const theCase = await takeUp(context, input.id, 'propose')
  const place = await withLeader(context, input.leaderSeatId)
  await ports.assignments.check(context, {
    subject: incomingSubject(input.id),
    from: { seatId: actor.seatId, enteredAs: 'self' },
    text: input.text ?? '',
    targets: input.targets,
    dueOn: input.dueOn ?? undefined,
    latest: input.dueOn,
    needsLead: true,
    insteadOf: givenBefore(theCase.work, undefined, input.targets),
  })
  const proposal: Proposal = {
    bySeatId: actor.seatId,
    byName: actor.fullName,
    at: now.toISOString(),
    leaderSeatId: input.leaderSeatId,
    text: input.text ?? '',
    dueOn: input.dueOn ?? null,
    targets: await withNames(context, input.targets),
  }
  await standAt(context, theCase.document, { ...place, proposal })
  await tellHolderOfUrgent(context, theCase.document, place)
  await recordAct(context, theCase, {
    after: place.state,
    text: input.text,
    detail: {
      to: place.name,
      targets: proposal.targets.map(({ name, role, dueOn = input.dueOn ?? null }) => ({ name, role, dueOn })),
    },
  })
  await announceIncoming(context, theCase.document)
  return input.id
}

async function withNames(
  context: ActContext,
  targets: z.output<typeof Propose>['targets'],
): Promise<readonly ProposedTarget[]> {
  const { agencies } = context.ports
  const seats = await agencies.getSeats(
    context,
    targets.flatMap(target => target.seatId ?? []),
  )
  const units = await agencies.getOpenUnits(
    context,
    targets.flatMap(target => target.unitId ?? []),
  )
  return targets.map(target => ({
    id: target.id ?? null,
    seatId: target.seatId ?? null,
    unitId: target.unitId ?? null,
    name:
      seats.find(seat => seat.id === target.seatId)?.fullName ??
      units.find(unit => unit.id === target.unitId)?.name ??
      '',
    role: target.role,
    ...(target.dueOn === undefined ? {} : { dueOn: target.dueOn }),
    ...(target.text === undefined ? {} : { text: target.text }),
  }))
}
