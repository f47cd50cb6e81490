import { named, z } from '#lib/schemas/index.ts'

/** Who can be told of an urgent arrival that nobody opens: those who have a duty on arrivals. */
export const ladderRoles = ['clerk', 'office-head', 'leader'] as const
export type LadderRole = (typeof ladderRoles)[number]

const Rung = named(
  'UrgentRung',
  z.object({
    /** Minutes since the rung before; of the first one since the arrival. */
    minutes: z.number().check(z.int(), z.gte(5), z.lte(1440)),
    roles: z.array(z.enum(ladderRoles)).check(z.minLength(1), z.maxLength(ladderRoles.length)),
  }),
)
export type Rung = z.infer<typeof Rung>

const rungs = z.array(Rung).check(z.minLength(1), z.maxLength(5))

/** The ladder of an office; `usual` while it has decided nothing itself. */
export const UrgentLadder = named('UrgentLadder', z.object({ rungs, usual: z.boolean() }))
export type UrgentLadder = z.infer<typeof UrgentLadder>
export const SaveUrgentLadder = named('SaveUrgentLadder', z.object({ rungs }))
