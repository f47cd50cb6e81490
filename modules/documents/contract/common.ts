import { draftingRoles, permissionsOf } from '#lib/roles/index.ts'
import { Day, Id, Instant, named, PageQuery, page, text, z } from '#lib/schemas/index.ts'
import { Signature } from './signature.ts'

export const documentPermissions = permissionsOf('documents', {
  read: ['clerk', 'leader', 'office-head', 'unit-head', 'specialist', 'village-head', 'auditor'],
  register: ['clerk'],
  propose: ['office-head'],
  direct: ['leader', 'office-head', 'unit-head', 'village-head', 'clerk'],
  handle: ['clerk', 'leader', 'office-head', 'unit-head', 'specialist', 'village-head'],
  draft: draftingRoles,
  approve: ['leader', 'office-head', 'unit-head'],
  number: ['clerk'],
  dispatch: ['clerk'],
  recall: ['leader', 'office-head', 'unit-head', 'clerk'],
  'read-registers': ['clerk', 'leader', 'office-head', 'auditor'],
  'administer-registers': ['agency-admin', 'clerk'],
})

export const directions = ['incoming', 'outgoing'] as const
export type Direction = (typeof directions)[number]

/** 0 không khẩn · 1 KHẨN · 2 THƯỢNG KHẨN · 3 HỎA TỐC (NĐ 30/2020). */
export const Urgency = z.number().check(z.int(), z.gte(0), z.lte(3))

/** How the deadline stands today, by the working calendar. */
export const Lateness = named(
  'Lateness',
  z.object({
    kind: z.enum(['overdue', 'today', 'soon', 'in-time', 'none']),
    days: z.number(),
  }),
)

/** A post and who holds it, to choose from. */
export const NamedSeat = named('NamedSeat', z.object({ seatId: Id, name: z.string(), title: z.string() }))

export const DocumentFile = named(
  'DocumentFile',
  z.object({
    id: Id,
    role: z.enum(['main', 'annex', 'attachment', 'source', 'evidence']),
    ordinal: z.number(),
    title: z.string(),
    name: z.string(),
    mediaType: z.string(),
    size: z.number(),
    pages: z.nullable(z.number()),
    version: z.number(),
    /** Where the bytes are: `GET` with the session. */
    url: z.string(),
  }),
)
export type DocumentFile = z.infer<typeof DocumentFile>

/** A file of a create or change: an upload's id (`POST /files`), in order; the first `main` is the document itself. */
export const AttachedFile = named(
  'AttachedFile',
  z.object({
    uploadId: Id,
    role: z.enum(['main', 'annex', 'attachment', 'source', 'evidence']),
    title: z.optional(text(200)),
  }),
)

/** One entry of the history (lịch sử luân chuyển). */
export const HistoryEntry = named(
  'HistoryEntry',
  z.object({
    id: Id,
    at: Instant,
    act: z.string(),
    actorName: z.string(),
    actorTitle: z.string(),
    onBehalfOfName: z.nullable(z.string()),
    stateBefore: z.nullable(z.string()),
    stateAfter: z.nullable(z.string()),
    text: z.nullable(z.string()),
    detail: z.record(z.string(), z.any()),
  }),
)
export type HistoryEntry = z.infer<typeof HistoryEntry>
/** Acts `look-view`, `look-file`, `look-save`, `look-print` are looks of one seat: `detail` has `count` and `lastAt`. */
export const HistoryPage = page('HistoryPage', HistoryEntry)
export const HistoryQuery = z.object({ only: z.optional(z.enum(['movements', 'looks'])), ...PageQuery })

export const Comment = named(
  'Comment',
  z.object({
    id: Id,
    at: Instant,
    name: z.string(),
    title: z.string(),
    text: z.string(),
    version: z.nullable(z.number()),
    resolvedAt: z.nullable(Instant),
    own: z.boolean(),
    /** Whether the acting seat may say that it was seen to. */
    mayResolve: z.boolean(),
  }),
)
export const WriteComment = named('WriteComment', z.object({ commentId: Id, text: text(2000) }))

/** `unseen`: marked as read from a list. Only of what came for information, for everything else wants to be looked at. */
export const OpenDocument = named('OpenDocument', z.object({ unseen: z.optional(z.boolean()) }))

/** A reason, for acts that the law or the other side wants explained. */
export const WithReason = named('WithReason', z.object({ reason: text(500) }))

export const SearchQuery = z.object({
  q: z.string().check(z.maxLength(300)),
  direction: z.optional(z.enum(directions)),
  from: z.optional(Day),
  to: z.optional(Day),
  type: z.optional(z.string().check(z.maxLength(40))),
  urgency: z.optional(z.coerce.number().check(z.int(), z.gte(0), z.lte(3))),
  ...PageQuery,
})
export const SearchHit = named(
  'SearchHit',
  z.object({
    id: Id,
    direction: z.enum(directions),
    state: z.string(),
    subject: z.string(),
    /** Number and notation as written: 4127/UBND-NNMT. */
    notation: z.string(),
    arrivalNumber: z.nullable(z.number()),
    issuerName: z.string(),
    issuedOn: z.nullable(z.string()),
    sortedAt: Instant,
    urgency: Urgency,
    /** Of what came on paper nothing. */
    signature: z.nullable(Signature),
    /** A piece of the document's text that shows the words which its facts do not; none of a restricted one. */
    excerpt: z.nullable(z.string()),
  }),
)
export type SearchHit = z.infer<typeof SearchHit>
export const SearchPage = page('SearchPage', SearchHit)

/** Counts for the menu and tabs, capped: 100 means "99+". */
export const DocumentCounts = named(
  'DocumentCounts',
  z.object({
    incoming: z.record(z.string(), z.number()),
    outgoing: z.record(z.string(), z.number()),
    /** Incoming documents that wait for the seat: to direct or to do, for a clerk to register as well. */
    incomingForMe: z.number(),
    waitingForMe: z.number(),
    overdue: z.number(),
    unreadInternal: z.number(),
  }),
)

/** One row of 'Việc hôm nay': what waits for the seat, beginning with its act. */
export const TodayItem = named(
  'TodayItem',
  z.object({
    /** The act's code; the app has its label and icon. */
    act: z.string(),
    direction: z.enum(directions),
    documentId: Id,
    seatId: Id,
    assignmentId: z.nullable(Id),
    subject: z.string(),
    notation: z.string(),
    issuerName: z.string(),
    detail: z.string(),
    urgency: Urgency,
    /** Of HỎA TỐC HẸN GIỜ: until when it is to be handled. */
    handleBy: z.nullable(Instant),
    dueOn: z.nullable(z.string()),
    lateness: Lateness,
    arrivedAt: Instant,
    unread: z.boolean(),
    urgedText: z.nullable(z.string()),
  }),
)
export type TodayItem = z.infer<typeof TodayItem>
export const Today = named(
  'Today',
  z.object({
    date: z.string(),
    /** To be done at once: HỎA TỐC, and what was urged. */
    urgent: z.array(TodayItem),
    overdue: z.array(TodayItem),
    today: z.array(TodayItem),
    soon: z.array(TodayItem),
    /** Seats that ended with work open, for those who must hand it over. */
    left: z.array(
      named(
        'LeftWork',
        z.object({ seatId: Id, name: z.string(), title: z.string(), endedOn: z.string(), count: z.number() }),
      ),
    ),
    /** Invitations for today: time, place, subject. */
    invitations: z.array(
      named(
        'Invitation',
        z.object({
          documentId: Id,
          direction: z.enum(directions),
          at: Instant,
          place: z.nullable(z.string()),
          subject: z.string(),
        }),
      ),
    ),
    arrivedToday: z.nullable(
      named(
        'ArrivedToday',
        z.object({
          registered: z.number(),
          arrived: z.number(),
          lastNumber: z.nullable(z.number()),
          lastAt: z.nullable(Instant),
        }),
      ),
    ),
    recent: z.array(
      named(
        'RecentAct',
        z.object({
          documentId: Id,
          direction: z.enum(directions),
          act: z.string(),
          subject: z.string(),
          detail: z.string(),
          at: Instant,
          undo: z.nullable(z.string()),
        }),
      ),
    ),
  }),
)
export type Today = z.infer<typeof Today>
