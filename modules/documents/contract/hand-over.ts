import { Id, named, PageQuery, z } from '#lib/schemas/index.ts'
import { assignmentRoles } from '#modules/assignments/contract.ts'
import { directions, Lateness } from './common.ts'

/** A document that waits for a seat, of which the seat has open work, or that it drafts, reviews or is to sign. */
export const WorkToHandOver = named(
  'WorkToHandOver',
  z.object({
    documentId: Id,
    direction: z.enum(directions),
    /** Nothing for those who hand work over but do not read documents. */
    subject: z.nullable(z.string()),
    notation: z.nullable(z.string()),
    arrivalNumber: z.nullable(z.number()),
    /** The seat's part; nothing when the document waits for its decision. */
    role: z.nullable(z.enum([...assignmentRoles, 'draft', 'review', 'sign'])),
    dueOn: z.nullable(z.string()),
    lateness: Lateness,
  }),
)
export type WorkToHandOver = z.infer<typeof WorkToHandOver>
export const WorkToHandOverList = named(
  'WorkToHandOverList',
  z.object({
    seat: named('SeatHandingOver', z.object({ name: z.string(), title: z.string(), endsOn: z.nullable(z.string()) })),
    items: z.array(WorkToHandOver),
    /** How many more there are that are restricted and whose readers the asker is not among: nothing else is told of them. */
    hidden: z.number(),
    /** How many of those nobody in the office can hand over who sees them: the asker may, without seeing them. */
    unseen: z.number(),
    next: z.nullable(z.string()),
  }),
)

export const WorkToHandOverQuery = z.object(PageQuery)

/** All that a seat has of these documents goes to another seat. */
export const HandOverWork = named(
  'HandOverWork',
  z.object({ toSeatId: Id, documentIds: z.array(Id).check(z.minLength(1), z.maxLength(50)) }),
)
/** What nobody can hand over who sees it goes to another seat as a whole. */
export const HandOverUnseen = named('HandOverUnseen', z.object({ toSeatId: Id }))
export type HandOverUnseen = z.output<typeof HandOverUnseen>
export type HandOverWork = z.output<typeof HandOverWork>
