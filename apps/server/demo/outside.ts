import type { CalendarDate } from '#lib/calendar-date/index.ts'
import { calendarDate, daysBetween } from '#lib/calendar-date/index.ts'
import type { Directory, Office } from './directory.ts'
import type { PeopleMaker } from './people.ts'
import type { Random } from './random.ts'
import type { SubjectRow } from './tables.ts'
import type { OutsideDocument, PlannedIssuer } from './types.ts'

export type OutsideSender = Pick<OutsideDocument, 'issuerId' | 'issuerName' | 'notation' | 'signer' | 'carrier'>

/** Who sends a document on paper or by mail, and what it is numbered and signed with. Nobody named here exists. */
export function outsideSender(
  directory: Directory,
  people: PeopleMaker,
  to: {
    readonly office: Office
    readonly row: SubjectRow
    readonly issuedOn: CalendarDate
    readonly villageName: string
  },
  random: Random,
): OutsideSender {
  const { row } = to
  const issuer = directory.findPartner(to.office, row.from)
  if (!issuer) {
    const unknown = unknownSender(row, to.villageName, people, random)
    return { issuerId: null, carrier: 'paper', ...unknown }
  }
  return {
    issuerId: issuer.id,
    issuerName: issuer.name,
    carrier: random.chance(0.7) ? 'paper' : 'mail',
    notation: notationFrom(issuer, row, to.issuedOn, random),
    signer: { title: signerTitle(issuer), name: people.name() },
  }
}

function unknownSender(row: SubjectRow, villageName: string, people: PeopleMaker, random: Random) {
  const number = random.between(2, 60)
  switch (row.from) {
    case 'CITIZEN':
      return { issuerName: people.name(), notation: '', signer: null }
    case 'THON':
      return { issuerName: villageName, notation: '', signer: { title: 'TRƯỞNG THÔN', name: people.name() } }
    case 'BAO':
      return { issuerName: 'Tòa soạn báo địa phương', notation: '', signer: null }
    case 'NGANHANG':
      return {
        issuerName: 'Phòng giao dịch ngân hàng trên địa bàn',
        notation: `${number}/CV-PGD`,
        signer: { title: 'GIÁM ĐỐC', name: people.name() },
      }
    default:
      return {
        issuerName: `Công ty TNHH Minh họa số ${random.between(1, 5)}`,
        notation: `${number}/CV-MH`,
        signer: { title: 'GIÁM ĐỐC', name: people.name() },
      }
  }
}

/** Forms as they occur: 4127/BNV-VP · 62/GM-STP · 20-NQ/ĐU · 31/2026/TT-BTC · 68/2026/NĐ-CP. */
function notationFrom(issuer: PlannedIssuer, row: SubjectRow, issuedOn: CalendarDate, random: Random): string {
  const year = issuedOn.slice(0, 4)
  const share = (daysBetween(calendarDate(`${year}-01-01`), issuedOn) + 10) / 375
  const perYear = issuer.placeName === 'Hà Nội' ? 9000 : issuer.placeName === 'Quảng Trị' ? 3200 : 260
  const few = ['NQ', 'QĐ', 'CT', 'KL', 'TT', 'NĐ', 'KH', 'HD'].includes(row.type) ? 0.06 : 1
  const number = String(Math.max(1, Math.round(perYear * few * share * (0.7 + random.next() * 0.3)))).padStart(2, '0')
  if (row.type === 'NĐ') return `${number}/${year}/NĐ-CP`
  if (row.type === 'TT') return `${number}/${year}/TT-${issuer.abbreviation}`
  if (issuer.kind === 'party')
    return row.type === 'CV' ? `${number}-CV/${issuer.abbreviation}` : `${number}-${row.type}/${issuer.abbreviation}`
  if (row.type === 'CV') return `${number}/${issuer.abbreviation}-${random.pick(['VP', 'TH', 'NV', 'KH'])}`
  return `${number}/${row.type}-${issuer.abbreviation}`
}

function signerTitle(issuer: PlannedIssuer): string {
  const [name] = issuer.key.split('-')
  switch (name) {
    case 'CAX':
      return 'TRƯỞNG CÔNG AN'
    case 'QSX':
      return 'CHỈ HUY TRƯỞNG'
    case 'TYT':
      return 'TRƯỞNG TRẠM'
    case 'TRUONG':
      return 'HIỆU TRƯỞNG'
    case 'TTT':
      return 'PHÓ CHÁNH THANH TRA'
    case 'DTNX':
      return 'BÍ THƯ'
    case 'G19':
      return 'PHÓ THỐNG ĐỐC'
    case 'G20':
      return 'PHÓ TỔNG THANH TRA'
    case 'G22':
      return 'PHÓ CHỦ NHIỆM'
    case 'VPTU':
      return 'PHÓ CHÁNH VĂN PHÒNG'
    case 'CAT':
      return 'PHÓ GIÁM ĐỐC'
    case 'BCHQST':
      return 'PHÓ CHỈ HUY TRƯỞNG'
    case 'TAND':
      return 'PHÓ CHÁNH ÁN'
    case 'VKS':
      return 'PHÓ VIỆN TRƯỞNG'
  }
  if (issuer.kind === 'ministry') return 'THỨ TRƯỞNG'
  if (issuer.kind === 'people-council' || issuer.kind === 'mass-organisation') return 'CHỦ TỊCH'
  if (issuer.kind === 'party') return 'PHÓ BÍ THƯ'
  return issuer.kind === 'department' ? 'PHÓ GIÁM ĐỐC' : 'GIÁM ĐỐC'
}
