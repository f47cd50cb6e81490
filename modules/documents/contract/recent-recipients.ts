import { Id, named, page, z } from '#lib/schemas/index.ts'

/** Somebody to whom the acting seat wrote lately, as he is named today; of an outsider what was typed then. */
export const RecentRecipient = named(
  'RecentRecipient',
  z.object({
    kind: z.enum(['agency', 'unit', 'seat', 'outside']),
    issuerId: z.nullable(Id),
    unitId: z.nullable(Id),
    seatId: z.nullable(Id),
    name: z.string(),
    /** What tells like-named ones apart: identifier, abbreviation, post and unit; of an outsider his address. */
    detail: z.string(),
    carrier: z.enum(['system', 'paper', 'mail']),
  }),
)
export type RecentRecipient = z.infer<typeof RecentRecipient>
export const RecentRecipientList = page('RecentRecipientList', RecentRecipient)
