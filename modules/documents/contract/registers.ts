import { ClientId, Day, Id, Instant, line, named, PageQuery, page, text, z } from '#lib/schemas/index.ts'

/** A year or term of a series. */
const Period = named(
  'SeriesPeriod',
  z.object({
    period: z.string(),
    lastNumber: z.number(),
    opened: z.boolean(),
    closedAt: z.nullable(Instant),
    /** A number was given here: until then the last one on paper may be corrected. */
    hasGiven: z.boolean(),
  }),
)

export const RegisterView = named(
  'Register',
  z.object({
    id: Id,
    direction: z.enum(['incoming', 'outgoing']),
    code: z.string(),
    name: z.string(),
    isDefault: z.boolean(),
    restricted: z.boolean(),
    termDays: z.nullable(z.number()),
    basis: z.string(),
    /** The first day on which nothing is entered in it any more. */
    validTo: z.nullable(z.string()),
    seriesId: Id,
    seriesName: z.string(),
    /** In which its series counts today. */
    period: z.string(),
    periods: z.array(Period),
    routes: z.array(
      named(
        'RegisterRoute',
        z.object({
          typeCodes: z.array(z.string()),
          route: z.enum(['leader', 'office-head', 'unit']),
          unitId: z.nullable(Id),
        }),
      ),
    ),
  }),
)
export type RegisterView = z.infer<typeof RegisterView>
export const RegisterList = named(
  'RegisterList',
  z.object({ items: z.array(RegisterView), next: z.nullable(z.string()) }),
)

export const SaveRegister = named(
  'SaveRegister',
  z.object({
    id: ClientId,
    direction: z.enum(['incoming', 'outgoing']),
    code: line(20),
    name: line(200),
    /** A series of its own only where the head decided so; else the named series is shared. */
    seriesId: Id,
    isDefault: z.boolean(),
    restricted: z.boolean(),
    termDays: z.optional(z.nullable(z.number().check(z.int(), z.gte(1), z.lte(365)))),
    basis: line(300),
    routes: z
      .array(
        named(
          'SaveRegisterRoute',
          z.object({
            typeCodes: z.array(z.string()).check(z.maxLength(40)),
            route: z.enum(['leader', 'office-head', 'unit']),
            unitId: z.optional(z.nullable(Id)),
          }),
        ),
      )
      .check(z.maxLength(20)),
  }),
)

/** A register is changed whole: what is not said any more is gone. */
export const ChangeRegister = named('ChangeRegister', z.omit(SaveRegister, { id: true }))

export const SeriesView = named(
  'Series',
  z.object({
    id: Id,
    issuerId: Id,
    issuerName: z.string(),
    direction: z.enum(['incoming', 'outgoing', 'copy']),
    name: z.string(),
    typeCodes: z.array(z.string()),
    periodKind: z.enum(['year', 'term']),
    term: z.nullable(z.string()),
    /** The one in which numbers are given today. */
    period: z.string(),
    notationTemplate: z.string(),
    basis: z.string(),
    validTo: z.nullable(z.string()),
    periods: z.array(Period),
  }),
)
export const SeriesList = named('SeriesList', z.object({ items: z.array(SeriesView), next: z.nullable(z.string()) }))
const LastNumber = z.number().check(z.int(), z.gte(0), z.lte(9_999_999))

/** Forms between '|', see `composeNotation`: each begins with its number, for the notation is what follows it. */
const NotationTemplate = line(80).check(
  z.refine<string>(template => template.split('|').every(form => form.trim().startsWith('{number}')), {
    error: 'Mỗi mẫu ký hiệu phải bắt đầu bằng {number}.',
  }),
)
/** A term of office (nhiệm kỳ). */
const Term = z.string().check(z.regex(/^\d{4}-\d{4}$/, { error: 'Ghi nhiệm kỳ bằng hai năm, ví dụ 2025-2030.' }))
export const SaveSeries = named(
  'SaveSeries',
  z.object({
    id: ClientId,
    issuerId: Id,
    direction: z.enum(['incoming', 'outgoing', 'copy']),
    name: line(200),
    typeCodes: z.array(z.string()).check(z.maxLength(40)),
    periodKind: z.enum(['year', 'term']),
    /** Of a series that counts by term. */
    term: z.optional(z.nullable(Term)),
    notationTemplate: NotationTemplate,
    basis: line(300),
  }),
)
/**
 * The registers that an office begins with, each with its own series and the last number on paper: what else it needs it
 * sets up one by one.
 */
export const BeginBooks = named(
  'BeginBooks',
  z.object({
    basis: line(300),
    books: z
      .array(
        named(
          'BookToBegin',
          z.object({
            registerId: ClientId,
            seriesId: ClientId,
            direction: z.enum(['incoming', 'outgoing']),
            issuerId: Id,
            code: line(20),
            name: line(200),
            seriesName: line(200),
            isDefault: z.boolean(),
            lastNumber: LastNumber,
          }),
        ),
      )
      .check(z.minLength(1), z.maxLength(20)),
  }),
)

/** The last number on paper, asked once before the first number is given here. */
export const OpenSeries = named(
  'OpenSeries',
  z.object({
    lastNumber: LastNumber,
    on: z.optional(Day),
    /** Of a series that counts by term: the term that begins. */
    term: z.optional(Term),
  }),
)
/** Before a number of the period was given here. */
export const CorrectLastNumber = named(
  'CorrectLastNumber',
  z.object({ period: z.string().check(z.maxLength(200)), lastNumber: LastNumber, reason: text(500) }),
)
/** What a series is called and what draws from it, before it has given a number. */
export const CorrectSeries = named(
  'CorrectSeries',
  z.pick(SaveSeries, { name: true, typeCodes: true, notationTemplate: true, basis: true }),
)
/** Of a register or a series; `basis` is the head's decision. */
export const EndBook = named('EndBook', z.object({ validTo: Day, basis: line(300) }))
export const RegistersQuery = z.object({
  /** Those that have ended too, to be read. */
  ended: z.optional(z.enum(['true'])),
})
export const ClosePeriod = named(
  'ClosePeriod',
  z.object({ period: z.string().check(z.maxLength(200)), reason: text(500) }),
)

/**
 * One line of the register of arrivals, columns 1–10 of the decree's form in order. Of a restricted document others than
 * its readers learn that its number is taken, and nothing else: there is no id then.
 */
export const ArrivalLine = named(
  'ArrivalLine',
  z.object({
    documentId: z.nullable(Id),
    arrivedOn: z.nullable(z.string()),
    number: z.string(),
    author: z.string(),
    notation: z.string(),
    issuedOn: z.nullable(z.string()),
    subject: z.string(),
    receiver: z.string(),
    passedOn: z.nullable(z.string()),
    signedFor: z.string(),
    note: z.string(),
    cancelled: z.boolean(),
    reason: z.nullable(z.string()),
  }),
)
export const ArrivalPage = page('ArrivalPage', ArrivalLine)
/** One line of the register of outgoing documents, columns 1–10 of the decree's form in order; withheld like arrivals. */
export const DepartureLine = named(
  'DepartureLine',
  z.object({
    documentId: z.nullable(Id),
    notation: z.string(),
    issuedOn: z.nullable(z.string()),
    subject: z.string(),
    signer: z.string(),
    recipients: z.string(),
    keeper: z.string(),
    copies: z.nullable(z.number()),
    passedOn: z.nullable(z.string()),
    signedFor: z.string(),
    note: z.string(),
    cancelled: z.boolean(),
    reason: z.nullable(z.string()),
  }),
)
export const DeparturePage = page('DeparturePage', DepartureLine)
export const RegisterQuery = z.object({ period: z.optional(z.string().check(z.maxLength(200))), ...PageQuery })
