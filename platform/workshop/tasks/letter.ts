/** A letter as data: what stands in each cell of the decree's layout (NĐ 30/2020, Phụ lục I, section IV). */
export type LetterRun = { readonly text: string; readonly bold?: boolean; readonly italic?: boolean }
export type LetterBlock =
  /** Title of a clause or part, indented and bold: '1. Kết quả thực hiện'. */
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly LetterRun[] }
  /** A clause or point with its mark: '1.', 'a)', '-'. */
  | { readonly kind: 'item'; readonly mark: string; readonly runs: readonly LetterRun[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** A legal ground, in italics. */
  | { readonly kind: 'ground'; readonly text: string }
  /** A bold line in the middle: 'Chương I', 'QUYẾT ĐỊNH:'. */
  | { readonly kind: 'centered'; readonly text: string }

export type Numbering =
  /** For reading: the blanks with their words, as on paper. */
  | { readonly kind: 'blank'; readonly year: number }
  /** To be frozen: room for the fields, which bring the words of the date themselves. */
  | { readonly kind: 'reserved'; readonly year: number }
  /** Number and date are known: '15', 'ngày 05 tháng 01 năm 2026'. */
  | { readonly kind: 'given'; readonly number: string; readonly date: string }

export type LetterData = {
  /** Layout 1.5 công văn · 1.4 named type · 1.7 giấy mời. */
  readonly layout: 'official-letter' | 'named-type' | 'invitation'
  /** Lines in capitals as printed; the superior body's may be none. Councils and their boards are only other lines. */
  readonly letterhead: { readonly superior: readonly string[]; readonly issuer: readonly string[] }
  readonly numbering: Numbering
  /** What follows the number on its line: '/UBND-VX'. */
  readonly afterNumber: string
  /** The place before the date: 'Cam Lộ'. */
  readonly place: string
  /** 'BÁO CÁO'; an official letter has none. */
  readonly typeName?: string
  /** What it is about; an official letter's is printed with 'V/v ', given or not. */
  readonly subject: string
  readonly addressees?: readonly string[]
  readonly blocks: readonly LetterBlock[]
  readonly invitation?: {
    /** Who invites, as a sentence begins: 'Ủy ban nhân dân xã Cam Lộ'. */
    readonly host: string
    readonly guests: readonly string[]
    readonly event: string
    readonly chair: string
    readonly time: string
    readonly place: string
  }
  /** Without dashes and semicolons: 'Như trên', 'Lưu: VT, KT'. */
  readonly recipients: readonly string[]
  readonly signing: {
    /** 7a as printed: ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']. */
    readonly lines: readonly string[]
    readonly name: string
    /** Another title of the signer, above the name (7b). */
    readonly otherTitle?: string
  }
  readonly urgency?: 'KHẨN' | 'THƯỢNG KHẨN' | 'HỎA TỐC'
  readonly circulation?: 'XEM XONG TRẢ LẠI' | 'LƯU HÀNH NỘI BỘ'
  /** Drafter's sign and number of copies: 'PL.(300)'. */
  readonly drafterMark?: string
  /** Address, telephone, e-mail at the foot of page 1. */
  readonly contact?: string
  /** A small grey mark at the foot of each page. */
  readonly footMark?: string
}

/** A last paragraph of at most so many characters is kept whole with the signature. */
const shortText = 700

/** The letter as the template reads it: every field there, the text closed by './.'. */
export function toTemplate(letter: LetterData): object {
  const official = letter.layout === 'official-letter'
  const subject = letter.subject.trim().replace(/[.;]$/, '')
  const blocks = closed([...invitationBlocks(letter), ...letter.blocks])
  return {
    layout: letter.layout,
    title: [letter.typeName ?? '', subject].filter(Boolean).join(' '),
    issuerName: [...letter.letterhead.superior, ...letter.letterhead.issuer].join(' '),
    letterhead: letter.letterhead,
    numbering: letter.numbering,
    afterNumber: letter.afterNumber,
    place: letter.place,
    typeName: letter.typeName ?? '',
    subject: official && !/^v\/v/i.test(subject) ? `V/v ${subject}` : subject,
    addressees: (letter.addressees ?? []).map(name => name.trim().replace(/[.;,]$/, '')),
    blocks: blocks.map(forTemplate),
    recipients: letter.recipients.map(name =>
      name
        .trim()
        .replace(/^[-–]\s*/, '')
        .replace(/[.;,]$/, ''),
    ),
    signing: { otherTitle: '', ...letter.signing },
    urgency: letter.urgency ?? '',
    circulation: letter.circulation ?? '',
    drafterMark: letter.drafterMark ?? '',
    contact: letter.contact ?? '',
    footMark: letter.footMark ?? '',
  }
}

/** The sentences of layout 1.7. */
function invitationBlocks(letter: LetterData): LetterBlock[] {
  const { invitation } = letter
  if (!invitation) return []
  const line = (lead: string, text: string): LetterBlock => ({ kind: 'paragraph', runs: [{ text: `${lead} ${text}` }] })
  const invites = `${invitation.host} trân trọng kính mời:`
  const [first = '', ...others] = invitation.guests
  const guests = invitation.guests.map((guest, at): LetterBlock => {
    const text = `${guest.trim().replace(/[.;]$/, '')}${at === invitation.guests.length - 1 ? '.' : ';'}`
    return { kind: 'item', mark: '-', runs: [{ text }] }
  })
  return [
    ...(others.length === 0 ? [line(invites, first)] : [line(invites, ''), ...guests]),
    line('Tới dự', invitation.event),
    ...(invitation.chair ? [line('Chủ trì:', invitation.chair)] : []),
    line('Thời gian:', invitation.time),
    line('Địa điểm:', invitation.place),
  ]
}

/** The text ends with './.' (Phụ lục III): a full stop that stands there becomes it. */
function closed(blocks: readonly LetterBlock[]): LetterBlock[] {
  const last = blocks.at(-1)
  if (!last || (last.kind !== 'paragraph' && last.kind !== 'item')) return [...blocks]
  const end = last.runs.at(-1)
  if (!end) return [...blocks]
  const text = end.text.trimEnd()
  const finished = text.endsWith('./.') ? text : `${text.replace(/[.;,]$/, '')}./.`
  return [...blocks.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), { ...end, text: finished }] }]
}

function forTemplate(block: LetterBlock): object {
  if (block.kind === 'table') {
    const width = Math.max(block.header.length, ...block.rows.map(row => row.length), 1)
    const filled = (row: readonly string[]) => Array.from({ length: width }, (_, at) => row[at] ?? '')
    const columns = Array.from({ length: width }, (_, at) =>
      shareOf([block.header, ...block.rows].map(row => row[at] ?? '')),
    )
    const aligns = Array.from({ length: width }, (_, at) => alignOf(block.rows.map(row => row[at] ?? '')))
    return {
      ...block,
      aligns,
      header: filled(block.header),
      rows: block.rows.map(filled),
      columns,
      short: block.rows.length < 8,
    }
  }
  if (block.kind !== 'paragraph' && block.kind !== 'item') return { ...block, short: true }
  const runs = block.runs.map(run => ({ text: run.text, bold: run.bold ?? false, italic: run.italic ?? false }))
  return { ...block, runs, short: runs.reduce((sum, run) => sum + run.text.length, 0) <= shortText }
}

/** Figures, dates and marks stand in the middle of their column, words at its left. */
function alignOf(cells: readonly string[]): 'left' | 'center' {
  return cells.every(cell => /^[\d.,:%/x+–-]*$/u.test(cell.trim())) ? 'center' : 'left'
}

/** A column's share of the width grows with its longest cell, within bounds that leave a short one readable. */
function shareOf(cells: readonly string[]): number {
  return Math.min(40, Math.max(6, ...cells.map(cell => cell.length)))
}
