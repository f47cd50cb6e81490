/** How urgent a document is; the code is that of Phụ lục VI, field Priority (NĐ 30/2020 Phụ lục I, phần I, III.2b). */
export type Urgency = 0 | 1 | 2 | 3

/** `mark` is what the stamp says, in a red frame of so many millimetres; nothing for an ordinary document. */
export const urgencies = [
  { code: 0, name: 'Thường', mark: null, stamp: null },
  { code: 1, name: 'Khẩn', mark: 'KHẨN', stamp: { width: 20, height: 8 } },
  { code: 2, name: 'Thượng khẩn', mark: 'THƯỢNG KHẨN', stamp: { width: 40, height: 8 } },
  { code: 3, name: 'Hỏa tốc', mark: 'HỎA TỐC', stamp: { width: 30, height: 8 } },
] as const

/**
 * The longest values of the fields of a document, in characters; of those that end in `Digits`, in digits (NĐ 30/2020
 * Phụ lục VI, phần II).
 *
 * One differs: the decree gives identifiers 13 characters, the length of the old form; QĐ 20/2020/QĐ-TTg Điều 4 gives 35.
 */
export const fieldLimits = {
  organisationCode: 35,
  fileYearDigits: 4,
  fileNotation: 20,
  ordinalInFileDigits: 3,
  typeName: 100,
  number: 11,
  notation: 30,
  issuerName: 200,
  subject: 500,
  language: 30,
  pagesDigits: 3,
  note: 500,
  arrivalNumberDigits: 10,
  signerTitle: 100,
  signerName: 50,
  recipientName: 200,
  copiesDigits: 3,
  toPlaces: 1000,
} as const
export const fieldLimitsBasis = 'Nghị định 30/2020/NĐ-CP Phụ lục VI, phần II; Quyết định 20/2020/QĐ-TTg Điều 4'
