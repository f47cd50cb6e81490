import type { SeatActor } from '#platform/acts/actor.ts'
import type { ActContext } from '#platform/acts/context.ts'
import { replaying } from '#platform/acts/idempotency.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import type { SeatDirectory } from '#platform/sessions/directory.ts'
import type { DemonstrationPlan, PlannedSeat } from '../types.ts'
import { fromLoader } from './load-offices.ts'

/** The people of the plan, ready to act: each by his seat, at the time that the plan gives, through the modules' acts. */
export type Cast = {
  readonly seat: (seatId: string) => PlannedSeat
  /** A seat of that role in an agency, to do what the plan leaves to nobody in particular. */
  readonly seatOfRole: (agencyId: string, role: PlannedSeat['role']) => PlannedSeat | undefined
  /** A step of the plan takes effect once, also when the loading was stopped in its midst and begins anew. */
  act(as: Step, act: (context: ActContext) => Promise<unknown>): Promise<void>
}

type Step = {
  /** Of a step of the plan: its id, and the document that it is done to. */
  readonly once?: { readonly stepId: string; readonly documentId: string } | undefined
  readonly seatId: string
  readonly at: string
  readonly numberOnPaper?: number | undefined
}

const nothing = async () => undefined

export function castOf(machinery: ActMachinery, directory: SeatDirectory, plan: DemonstrationPlan): Cast {
  const seats = new Map(plan.seats.map(seat => [seat.id, seat]))
  const actors = new Map<string, SeatActor>()
  const seat = (seatId: string): PlannedSeat => {
    const found = seats.get(seatId)
    if (!found) throw new Error(`the plan has no seat ${seatId}`)
    return found
  }
  async function actorOf(seatId: string): Promise<SeatActor> {
    const known = actors.get(seatId)
    if (known) return known
    const { personId, agencyId } = seat(seatId)
    const actor = await directory.findActor(personId, { id: seatId, agencyId })
    if (!actor) throw new Error(`nobody holds the seat ${seatId} today`)
    actors.set(seatId, actor)
    return actor
  }
  return {
    seat,
    seatOfRole: (agencyId, role) => plan.seats.find(one => one.agencyId === agencyId && one.role === role),
    act: async ({ once, seatId, at, numberOnPaper }, act) => {
      const actor = await actorOf(seatId)
      const scope = { agency: actor.agencyId, actor, origin: fromLoader, at: new Date(at), numberOnPaper }
      await runAct(machinery, scope, context => {
        if (!once) return act(context)
        const { stepId: key, documentId: subjectId } = once
        const sent = { key, act: 'demonstration', subjectId, requestHash: Buffer.from(key) }
        return replaying<unknown>(context, sent, () => act(context), nothing)
      })
    },
  }
}
