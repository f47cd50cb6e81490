/** The decree's papers as data (NĐ 30/2020, Phụ lục IV). Days are YYYY-MM-DD and are printed dd/MM/yyyy. */
type Letterhead = { readonly superior: readonly string[]; readonly issuer: readonly string[] }
/** Who printed it and when, for the mark on each sheet (Phụ lục VI, III.6k). */
type Printed = { readonly by: string; readonly at: string }

export type Arrival = {
  readonly arrivedOn: string | null
  readonly number: string
  readonly author: string
  readonly notation: string
  readonly issuedOn: string | null
  readonly subject: string
  readonly receiver: string
  readonly passedOn: string | null
  readonly signedFor: string
  readonly note: string
  /** Struck out, but there: the number is never given again. */
  readonly cancelled: boolean
  readonly reason: string | null
}
export type Departure = {
  readonly notation: string
  readonly issuedOn: string | null
  readonly subject: string
  readonly signer: string
  readonly recipients: string
  readonly keeper: string
  readonly copies: number | null
  readonly passedOn: string | null
  readonly signedFor: string
  readonly note: string
  readonly cancelled: boolean
  readonly reason: string | null
}
type Register = {
  readonly letterhead: Letterhead
  /** The register's own name, where the agency keeps more than one. */
  readonly name: string
  readonly period: string
  /** What of it is printed: 'Từ số 01 đến số 1286', or nothing. */
  readonly range: string
  readonly paper: 'A3' | 'A4'
  readonly printed: Printed
}
export type Opinion = {
  /** Office and name: 'CHỦ TỊCH Hồ Văn Thuận'. */
  readonly by: string
  /** Set where another entered it: 'Văn thư Trương Thị Ngọc Lan nhập thay'. */
  readonly enteredBy?: string
  readonly on: string
  readonly text: string
  readonly lead?: string
  readonly assist?: readonly string[]
  readonly inform?: readonly string[]
  readonly deadlines?: readonly { readonly who: string; readonly until: string }[]
}
export type Form =
  | (Register & { readonly kind: 'arrivals'; readonly lines: readonly Arrival[] })
  | (Register & { readonly kind: 'departures'; readonly lines: readonly Departure[] })
  | {
      readonly kind: 'slip'
      readonly letterhead: Letterhead
      readonly place: string
      readonly on: string
      /** Type, number and notation, date, issuer, abstract, as one phrase. */
      readonly document: string
      readonly arrivalNumber: string
      readonly arrivedOn: string
      readonly leaderOpinions: readonly Opinion[]
      readonly unitOpinions: readonly Opinion[]
      readonly proposals: readonly Opinion[]
      readonly printed: Printed
    }

type Column = { readonly title: string; readonly share: number; readonly centered?: boolean }
const arrivalColumns: readonly Column[] = [
  { title: 'Ngày đến', share: 7, centered: true },
  { title: 'Số đến', share: 5.5, centered: true },
  { title: 'Tác giả', share: 12 },
  { title: 'Số, ký hiệu văn bản', share: 13 },
  { title: 'Ngày tháng văn bản', share: 7, centered: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', share: 23 },
  { title: 'Đơn vị hoặc người nhận', share: 11.5 },
  { title: 'Ngày chuyển', share: 7, centered: true },
  { title: 'Ký nhận', share: 9 },
  { title: 'Ghi chú', share: 9 },
]
const departureColumns: readonly Column[] = [
  { title: 'Số, ký hiệu văn bản', share: 13 },
  { title: 'Ngày tháng văn bản', share: 7, centered: true },
  { title: 'Tên loại và trích yếu nội dung văn bản', share: 23 },
  { title: 'Người ký', share: 10 },
  { title: 'Nơi nhận văn bản', share: 14 },
  { title: 'Đơn vị, người nhận bản lưu', share: 9 },
  { title: 'Số lượng bản', share: 5, centered: true },
  { title: 'Ngày chuyển', share: 7, centered: true },
  { title: 'Ký nhận', share: 8 },
  { title: 'Ghi chú', share: 9 },
]

/** The template of a form and the form as that template reads it. */
export function toTemplate(form: Form): { template: string; data: object } {
  const common = {
    letterhead: form.letterhead,
    issuerName: [...form.letterhead.superior, ...form.letterhead.issuer].join(' '),
    printMark: `In từ hệ thống Xã Số · ${form.printed.by} · ${form.printed.at}`,
  }
  if (form.kind === 'slip') return { template: 'slip.typ', data: { ...common, ...slipData(form) } }
  const title = form.kind === 'arrivals' ? 'Sổ đăng ký văn bản đến' : 'Sổ đăng ký văn bản đi'
  const { name: registerName, period, range, paper } = form
  const columns = form.kind === 'arrivals' ? arrivalColumns : departureColumns
  const rows = form.kind === 'arrivals' ? form.lines.map(arrivalRow) : form.lines.map(departureRow)
  return {
    template: 'register.typ',
    data: {
      ...common,
      ...{ title, registerName, period, range, paper, rows },
      columns: columns.map(column => ({ centered: false, ...column })),
    },
  }
}

function arrivalRow(line: Arrival): object {
  const { number, author, notation, subject, receiver, signedFor, note } = line
  const [arrivedOn, issuedOn, passedOn] = [shownDay(line.arrivedOn), shownDay(line.issuedOn), shownDay(line.passedOn)]
  const cells = [arrivedOn, number, author, notation, issuedOn, subject, receiver, passedOn, signedFor, note]
  return { cells, cancelled: line.cancelled, reason: line.reason ?? '' }
}

function departureRow(line: Departure): object {
  const { notation, subject, signer, recipients, keeper, signedFor, note } = line
  const [issuedOn, passedOn, copies] = [shownDay(line.issuedOn), shownDay(line.passedOn), String(line.copies ?? '')]
  const cells = [notation, issuedOn, subject, signer, recipients, keeper, copies, passedOn, signedFor, note]
  return { cells, cancelled: line.cancelled, reason: line.reason ?? '' }
}

function slipData(form: Extract<Form, { kind: 'slip' }>): object {
  const { document, leaderOpinions, unitOpinions, proposals } = form
  return {
    document,
    placeAndDate: `${form.place}, ${dateInWords(form.on)}`,
    arrival: form.arrivalNumber ? `Số đến: ${form.arrivalNumber}, ngày đến: ${shownDay(form.arrivedOn)}` : '',
    leaderOpinions: leaderOpinions.map(opinionData),
    unitOpinions: unitOpinions.map(opinionData),
    proposals: proposals.map(opinionData),
  }
}

function opinionData(opinion: Opinion): object {
  return {
    by: opinion.by,
    enteredBy: opinion.enteredBy ? `(${opinion.enteredBy})` : '',
    on: `Ngày ${shownDay(opinion.on)}`,
    text: opinion.text,
    lead: opinion.lead ?? '',
    assist: (opinion.assist ?? []).join('; '),
    inform: (opinion.inform ?? []).join('; '),
    deadlines: (opinion.deadlines ?? []).map(({ who, until }) => `${who}: ${shownDay(until)}`).join('; '),
  }
}

/** '2026-01-05' → '05/01/2026'; what is no such day is shown as it came. */
function shownDay(day: string | null): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '')
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : (day ?? '')
}

/** Days below 10 and months 1 and 2 get a leading zero (Phụ lục I, II.4b). */
function dateInWords(day: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (!parts) return day
  const month = Number(parts[2])
  return `ngày ${parts[3]} tháng ${month < 3 ? parts[2] : month} năm ${parts[1]}`
}
