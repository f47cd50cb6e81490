import type { CalendarDate } from '#lib/calendar-date/index.ts'

/** The official layouts of NĐ 30/2020 Phụ lục III mục II; a quyết định has two, for what it decides or what it issues. */
export type Layout = '1.1' | '1.2' | '1.3' | '1.4' | '1.5' | '1.6' | '1.7' | '1.8' | '1.9' | '1.10'

/**
 * A type of document. `code` is this system's own and never changes; name, abbreviation and layouts are the law's from
 * `validFrom` to `validTo`.
 */
export type DocumentType = {
  readonly code: string
  /** 'Quyết định'; on paper in capitals. */
  readonly name: string
  /** 'QĐ'; none for công văn and thư công, and for types that NĐ 30 does not number. */
  readonly abbreviation: string | null
  /** Empty when the decree shows none: hợp đồng, bản ghi nhớ, bản thỏa thuận, thư công, and what only comes in. */
  readonly layouts: readonly Layout[]
  /** Whether an agency under NĐ 30 issues it itself; the others only come in. */
  readonly administrative: boolean
  readonly basis: string
  /** Nothing: older than any document here. */
  readonly validFrom: CalendarDate | null
  readonly validTo: CalendarDate | null
}

const decree = 'Nghị định 30/2020/NĐ-CP Điều 7, Phụ lục III'
const inForce = '2020-03-05' as CalendarDate

const administrative = (
  code: string,
  name: string,
  abbreviation: string | null,
  ...layouts: readonly Layout[]
): DocumentType => ({
  code,
  name,
  abbreviation,
  layouts,
  administrative: true,
  basis: decree,
  validFrom: inForce,
  validTo: null,
})

/** The 29 types of administrative documents of NĐ 30/2020 Điều 7, in the decree's order. */
export const documentTypes: readonly DocumentType[] = [
  administrative('nghi-quyet', 'Nghị quyết', 'NQ', '1.1'),
  administrative('quyet-dinh', 'Quyết định', 'QĐ', '1.2', '1.3'),
  administrative('chi-thi', 'Chỉ thị', 'CT', '1.4'),
  administrative('quy-che', 'Quy chế', 'QC', '1.4'),
  administrative('quy-dinh', 'Quy định', 'QyĐ', '1.4'),
  administrative('thong-cao', 'Thông cáo', 'TC', '1.4'),
  administrative('thong-bao', 'Thông báo', 'TB', '1.4'),
  administrative('huong-dan', 'Hướng dẫn', 'HD', '1.4'),
  administrative('chuong-trinh', 'Chương trình', 'CTr', '1.4'),
  administrative('ke-hoach', 'Kế hoạch', 'KH', '1.4'),
  administrative('phuong-an', 'Phương án', 'PA', '1.4'),
  administrative('de-an', 'Đề án', 'ĐA', '1.4'),
  administrative('du-an', 'Dự án', 'DA', '1.4'),
  administrative('bao-cao', 'Báo cáo', 'BC', '1.4'),
  administrative('bien-ban', 'Biên bản', 'BB', '1.9'),
  administrative('to-trinh', 'Tờ trình', 'TTr', '1.4'),
  administrative('hop-dong', 'Hợp đồng', 'HĐ'),
  administrative('cong-van', 'Công văn', null, '1.5'),
  administrative('cong-dien', 'Công điện', 'CĐ', '1.6'),
  administrative('ban-ghi-nho', 'Bản ghi nhớ', 'BGN'),
  administrative('ban-thoa-thuan', 'Bản thỏa thuận', 'BTT'),
  administrative('giay-uy-quyen', 'Giấy ủy quyền', 'GUQ', '1.4'),
  administrative('giay-moi', 'Giấy mời', 'GM', '1.7'),
  administrative('giay-gioi-thieu', 'Giấy giới thiệu', 'GGT', '1.8'),
  administrative('giay-nghi-phep', 'Giấy nghỉ phép', 'GNP', '1.10'),
  administrative('phieu-gui', 'Phiếu gửi', 'PG', '1.4'),
  administrative('phieu-chuyen', 'Phiếu chuyển', 'PC', '1.4'),
  administrative('phieu-bao', 'Phiếu báo', 'PB', '1.4'),
  administrative('thu-cong', 'Thư công', null),
]

const received = (code: string, name: string, abbreviation: string | null, basis: string): DocumentType => ({
  code,
  name,
  abbreviation,
  layouts: [],
  administrative: false,
  basis,
  validFrom: null,
  validTo: null,
})

const lawmaking = 'Luật Ban hành văn bản quy phạm pháp luật'

/** Types outside NĐ 30 that an office receives and registers; abbreviations are those in use. */
export const receivedOnlyTypes: readonly DocumentType[] = [
  received('luat', 'Luật', null, lawmaking),
  received('phap-lenh', 'Pháp lệnh', null, lawmaking),
  received('nghi-dinh', 'Nghị định', 'NĐ', lawmaking),
  received('thong-tu', 'Thông tư', 'TT', lawmaking),
  received('thong-tu-lien-tich', 'Thông tư liên tịch', 'TTLT', lawmaking),
  received('ket-luan', 'Kết luận', 'KL', 'Văn bản của Đảng và kết luận thanh tra'),
  received('don-thu', 'Đơn thư', null, 'Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo'),
  received('khac', 'Loại khác', null, 'Văn bản không thuộc loại nào trong danh mục'),
]

const all = [...documentTypes, ...receivedOnlyTypes]

/** The type of a code, of those that an office issues or receives. @example findDocumentType('cong-van')?.name   // 'Công văn' */
export const findDocumentType = (code: string): DocumentType | undefined => all.find(type => type.code === code)

/** The type of an abbreviation as written in a notation, case included: 'QyĐ' is not 'QĐ'. */
export const typeOfAbbreviation = (abbreviation: string): DocumentType | undefined =>
  all.find(type => type.abbreviation === abbreviation.normalize('NFC'))

/** Copies of documents (NĐ 30/2020 Điều 25, Phụ lục III mục I); `title` is what stands on them. */
export const copyKinds = [
  { code: 'sao-y', name: 'Bản sao y', title: 'SAO Y', abbreviation: 'SY' },
  { code: 'trich-sao', name: 'Bản trích sao', title: 'TRÍCH SAO', abbreviation: 'TrS' },
  { code: 'sao-luc', name: 'Bản sao lục', title: 'SAO LỤC', abbreviation: 'SL' },
] as const
export type CopyKind = (typeof copyKinds)[number]['code']
