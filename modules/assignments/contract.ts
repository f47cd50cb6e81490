import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { errorCatalogue } from '#lib/problem-details/index.ts'
import { Day, Id, Instant, named, text, z } from '#lib/schemas/index.ts'
import type { ActContext, Context, Subject } from '#platform/acts/context.ts'

/** Who is asked for what: `direct` passes the direction on (a deputy decides further), the others do or know. */
export const assignmentRoles = ['direct', 'lead', 'assist', 'inform'] as const
export type AssignmentRole = (typeof assignmentRoles)[number]
export const assignmentStates = ['open', 'in-progress', 'done', 'returned', 'withdrawn', 'replaced'] as const
export type AssignmentState = (typeof assignmentStates)[number]
export const openStates: readonly AssignmentState[] = ['open', 'in-progress']

/** The five official states, computed here and nowhere else. */
export const officialStates = ['in-time', 'soon', 'overdue', 'done-in-time', 'done-late', 'no-deadline'] as const
export type OfficialState = (typeof officialStates)[number]

export const assignmentErrors = errorCatalogue('assignments', {
  DueAfterParent: {
    status: 422,
    title: 'Hạn {due} muộn hơn hạn được giao ({parent}).',
    detail: 'Chọn hạn từ {parent} trở về trước, hoặc xin gia hạn với người giao.',
  },
  DueInThePast: { status: 422, title: 'Hạn {due} đã qua.', detail: 'Chọn hạn từ hôm nay trở đi.' },
  TwoLeads: {
    status: 422,
    title: 'Chỉ một nơi chủ trì.',
    detail: 'Chọn một đơn vị hoặc một người chủ trì; nơi khác để phối hợp (NĐ 30/2020 Điều 23).',
  },
  LeadMissing: {
    status: 422,
    title: 'Chưa chọn nơi chủ trì.',
    detail: 'Chọn đơn vị hoặc người chủ trì rồi giao xử lý.',
  },
  PartyUnfit: {
    status: 422,
    title: '{name} không xử lý văn bản.',
    detail: 'Chọn lãnh đạo, văn thư, trưởng đơn vị, chuyên viên hoặc trưởng thôn.',
  },
  DirectorUnfit: {
    status: 422,
    title: '{name} không chỉ đạo tiếp được.',
    detail: 'Chọn lãnh đạo, Chánh Văn phòng hoặc trưởng đơn vị; đơn vị thì giao chủ trì.',
  },
  UnitVacant: {
    status: 422,
    title: 'Đơn vị “{unit}” chưa có người phụ trách nên không ai nhận việc.',
    detail:
      'Giao đích danh một người, hoặc báo quản trị cơ quan cử người phụ trách (Quản trị → Người dùng) rồi giao lại.',
  },
  PartyTwice: { status: 422, title: '“{name}” được chọn hai lần.', detail: 'Mỗi người hoặc đơn vị chỉ một vai trò.' },
  AlreadyTakesPart: {
    status: 422,
    title: '“{name}” đã có phần trong việc này: {role}.',
    detail: 'Bỏ tên này ra, hoặc thu hồi phần đang giao rồi chọn lại.',
  },
  NotYours: { status: 403, title: 'Việc này không giao cho ông/bà.', detail: 'Người đang giữ: {holder}.' },
  NotGivenByYou: {
    status: 403,
    title: 'Việc này do {giver} giao.',
    detail: 'Chỉ người giao hoặc lãnh đạo cơ quan đổi được; hãy liên hệ {giver}.',
  },
  AlreadyOpened: {
    status: 409,
    title: '{holder} đã mở văn bản nên không lấy lại được.',
    detail: 'Dùng “Thu hồi phân công” kèm lý do.',
  },
  ExtensionNotLater: {
    status: 422,
    title: 'Hạn xin gia hạn ({due}) không muộn hơn hạn hiện tại ({current}).',
    detail: 'Chọn hạn sau ngày {current}.',
  },
  DueUnchanged: { status: 422, title: 'Hạn đã là ngày {due}.', detail: 'Chọn một ngày khác.' },
  ExtensionPending: {
    status: 409,
    title: 'Đã xin gia hạn đến {due} và đang chờ trả lời.',
    detail: 'Đợi người giao trả lời rồi xin lại nếu cần.',
  },
  ExtensionAnswered: { status: 409, title: 'Việc xin gia hạn này đã được trả lời.', detail: 'Tải lại để xem hạn mới.' },
  NotLead: {
    status: 422,
    title: '“{name}” không chủ trì việc này.',
    detail: 'Chỉ đổi được nơi chủ trì; nơi phối hợp thì thu hồi phân công rồi giao nơi khác.',
  },
  LeadUnchanged: { status: 422, title: '“{name}” đang chủ trì việc này.', detail: 'Chọn nơi khác chủ trì.' },
  NotOpen: { status: 409, title: 'Việc này đã kết thúc.', detail: 'Tải lại để xem trạng thái mới.' },
})

export const AssignmentTarget = named(
  'AssignmentTarget',
  z.object({
    id: z.optional(Id),
    seatId: z.optional(Id),
    unitId: z.optional(Id),
    role: z.enum(assignmentRoles),
    dueOn: z.optional(z.nullable(Day)),
    /** Own text for this party; else the direction's text stands for all. */
    text: z.optional(text(2000)),
  }),
)
export type AssignmentTarget = z.infer<typeof AssignmentTarget>

/**
 * How work came to be given: by whoever decided it; typed in for a leader; by who stands in for him; as the office head had
 * proposed it; by the route of a register, which is nobody's decision.
 */
const enteredAs = ['self', 'from-paper', 'delegation', 'confirmed-proposal', 'by-route'] as const

export const Assignment = named(
  'Assignment',
  z.object({
    id: Id,
    parentId: z.nullable(Id),
    fromSeatId: Id,
    fromName: z.string(),
    /** The leader whose decision this is, when another entered it; shown everywhere as such. */
    onBehalfOfName: z.nullable(z.string()),
    onBehalfOfSeatId: z.nullable(Id),
    enteredAs: z.enum(enteredAs),
    toSeatId: z.nullable(Id),
    toUnitId: z.nullable(Id),
    toName: z.string(),
    toDetail: z.string(),
    role: z.enum(assignmentRoles),
    text: z.string(),
    dueOn: z.nullable(z.string()),
    state: z.enum(assignmentStates),
    officialState: z.enum(officialStates),
    openedAt: z.nullable(Instant),
    result: z.nullable(z.string()),
    returnReason: z.nullable(z.string()),
    urgedCount: z.number(),
    urgedText: z.nullable(z.string()),
    createdAt: Instant,
    endedAt: z.nullable(Instant),
    /** An extension that waits for an answer. */
    extension: z.nullable(
      named(
        'AssignmentExtension',
        z.object({ id: Id, askedDueOn: z.string(), reason: z.string(), askedBy: z.string() }),
      ),
    ),
    /** The acting seat may act on it (its own, its unit's as head, or one it stands in for). */
    mine: z.boolean(),
    /**
     * In whose name the acting seat may change it, answer for it or withdraw it, or have it go on after it was done: its own, one it stands in for, or the leader
     * for whom it typed it in; null, it may not.
     */
    mayChangeAs: z.nullable(Id),
    mayUrge: z.boolean(),
  }),
)
export type Assignment = z.infer<typeof Assignment>
/** Work that was given, apart from what the acting seat may do with it. */
export type GivenWork = Omit<Assignment, 'mayChangeAs' | 'mayUrge'>

export type GiveAssignments = {
  readonly subject: Subject
  readonly parentId?: string | undefined
  readonly from: {
    readonly seatId: string
    readonly onBehalfOf?: string | undefined
    readonly enteredAs: Assignment['enteredAs']
  }
  readonly text: string
  readonly targets: readonly GivenTarget[]
  /** The deadline that who does the work has unless his own is named; what was given above it goes before. */
  readonly dueOn?: CalendarDate | null | undefined
  /** No deadline may be later than this one, nor than that of the work it is part of. */
  readonly latest?: CalendarDate | null | undefined
  /**
   * Open work of this level that the new puts in order anew: who is named again in the same part keeps it with the new words
   * and deadline, everybody else loses it.
   */
  readonly insteadOf?: readonly string[] | undefined
  /** A confirmed direction needs exactly one lead or further director; additions later need none. */
  readonly needsLead: boolean
}
export type GivenTarget = {
  readonly id?: string | undefined
  readonly seatId?: string | undefined
  readonly unitId?: string | undefined
  readonly role: AssignmentRole
  /** Not said: that of the whole; null: none. */
  readonly dueOn?: CalendarDate | null | undefined
  readonly text?: string | undefined
}

export type OpenWork = GivenWork & { readonly subject: Subject }

/**
 * What other modules may ask in their transaction. Deadlines, the one lead and who may change given work are checked here;
 * who reads the subject, and its history, are the subject's. Whoever gets or loses work, is urged or answered, is told.
 */
export type AssignmentsPort = {
  /** Answers what stands by it, in the order of its targets. */
  give(context: ActContext, input: GiveAssignments): Promise<readonly GivenWork[]>
  /** All that `give` would refuse, without giving: a proposal must be one that can be confirmed. */
  check(context: ActContext, input: GiveAssignments): Promise<void>
  ofSubject(context: Context, subject: Subject): Promise<readonly Assignment[]>
  /** The open one by which the acting seat holds the subject, the lead first. */
  findMine(context: ActContext, subject: Subject): Promise<GivenWork | undefined>
  /** Marks what waits unopened for the acting seat; what only informs is done by it. Answers what it changed. */
  markOpened(context: ActContext, subject: Subject): Promise<readonly GivenWork[]>
  finish(context: ActContext, input: { assignmentId: string; result: string }): Promise<GivenWork>
  giveBack(context: ActContext, input: { assignmentId: string; reason: string }): Promise<GivenWork>
  withdraw(
    context: ActContext,
    input: { assignmentIds: readonly string[]; reason: string; onlyUnopened: boolean },
  ): Promise<readonly GivenWork[]>
  /** Answers the new lead's. */
  changeLead(
    context: ActContext,
    input: { assignmentId: string; seatId?: string | undefined; unitId?: string | undefined; reason: string },
  ): Promise<GivenWork>
  /** The lead passes his own work on; answers the new lead's. */
  passOn(
    context: ActContext,
    input: { assignmentId: string; seatId?: string | undefined; unitId?: string | undefined; reason: string },
  ): Promise<GivenWork>
  urge(context: ActContext, input: { assignmentIds: readonly string[]; text: string }): Promise<readonly GivenWork[]>
  askExtension(
    context: ActContext,
    input: { id: string; assignmentId: string; dueOn: CalendarDate; reason: string },
  ): Promise<GivenWork>
  answerExtension(
    context: ActContext,
    input: { extensionId: string; grantedDueOn: CalendarDate | null; text: string },
  ): Promise<GivenWork>
  /** Whoever gave work gives it another deadline; what hangs below is not due after it. */
  moveDeadline(
    context: ActContext,
    input: { assignmentId: string; dueOn: CalendarDate; reason: string },
  ): Promise<GivenWork>
  /** What ended as done at one stroke, when its subject was finished, goes on. */
  reopen(context: ActContext, input: { subject: Subject; endedAt: Date; reason: string }): Promise<void>
  /** Ends what is open on a subject: all when it was recalled, all but what is to be read when its lead finished it. */
  endAll(context: Context, subject: Subject, as: 'done' | 'withdrawn'): Promise<void>
  /** Open work of seats and units, capped, the urged and most urgent first: for 'Việc hôm nay' and for handing over. */
  openOf(
    context: Context,
    who: { seatIds: readonly string[]; unitIds: readonly string[] },
    limit: number,
  ): Promise<readonly OpenWork[]>
  /** Which subjects of a kind these seats have open work of, each pair once. */
  openSubjectsOf(
    context: ActContext,
    who: { type: Subject['type']; seatIds: readonly string[] },
  ): Promise<readonly { readonly seatId: string; readonly subjectId: string }[]>
  /** Work given by these seats, or in their name, for which more time is asked. */
  extensionsToAnswer(context: ActContext, seatIds: readonly string[], limit: number): Promise<readonly OpenWork[]>
  /** Gives what a seat has open of a subject to another seat; answers what it moved. */
  handOver(
    context: ActContext,
    input: { subject: Subject; fromSeatId: string; toSeatId: string },
  ): Promise<readonly OpenWork[]>
}

declare module '#platform/acts/context.ts' {
  interface Ports {
    assignments: AssignmentsPort
  }
}
