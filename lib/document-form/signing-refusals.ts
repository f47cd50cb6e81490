/**
 * What the rules of signing forbid (NĐ 30/2020 Điều 13; Phụ lục I, phần I, II.7): a closed list, each with the sentence
 * that the user reads and the clause it rests on.
 */
export const signingRefusals = {
  'no-authority': {
    reason: 'Người này không giữ chức vụ được ký ban hành văn bản.',
    basis: 'NĐ 30/2020 Điều 13',
  },
  'prefix-missing': {
    reason: 'Người ký không phải người đứng đầu nên phải ghi thẩm quyền ký (KT., TL. hoặc TUQ.).',
    basis: 'NĐ 30/2020 Phụ lục I, phần I, II.7b',
  },
  'tm-needs-collective': {
    reason: 'Cơ quan làm việc theo chế độ thủ trưởng không ký “TM.”.',
    basis: 'NĐ 30/2020 Điều 13 khoản 1',
  },
  'tm-is-of-the-head': {
    reason: 'Chỉ người đứng đầu ký “TM.” một mình; cấp phó ký “KT.”.',
    basis: 'NĐ 30/2020 Điều 13 khoản 2',
  },
  'kt-is-of-a-deputy': {
    reason: 'Chỉ cấp phó của người đứng đầu được ký thay (KT.).',
    basis: 'NĐ 30/2020 Điều 13 khoản 1, khoản 2',
  },
  'q-is-of-the-acting-head': {
    reason: 'Chỉ người được giao quyền cấp trưởng ký “Q.”.',
    basis: 'NĐ 30/2020 Phụ lục I, phần I, II.7b',
  },
  'acting-head-signs-q': {
    reason: 'Người được giao quyền cấp trưởng phải ghi “Q.” trước chức vụ.',
    basis: 'NĐ 30/2020 Phụ lục I, phần I, II.7b',
  },
  'tl-is-of-a-unit': {
    reason: 'Chỉ người đứng đầu đơn vị thuộc cơ quan, hoặc cấp phó của người đó, được ký thừa lệnh (TL.).',
    basis: 'NĐ 30/2020 Điều 13 khoản 4',
  },
  'tl-needs-regulation': {
    reason:
      'Quy chế làm việc hoặc quy chế công tác văn thư chưa giao đơn vị này ký thừa lệnh loại văn bản này. Chánh Văn phòng hoặc quản trị khai ở Quản trị, mục Ký thừa lệnh.',
    basis: 'NĐ 30/2020 Điều 13 khoản 4',
  },
  'unit-head-title-unknown': {
    reason: 'Chưa rõ chức vụ của người đứng đầu đơn vị để ghi “KT.” dưới “TL.”.',
    basis: 'NĐ 30/2020 Điều 13 khoản 4',
  },
  'tuq-is-of-a-unit-head': {
    reason: 'Chỉ người đứng đầu cơ quan, đơn vị trực thuộc được ký thừa ủy quyền (TUQ.).',
    basis: 'NĐ 30/2020 Điều 13 khoản 3',
  },
  'tuq-needs-writing': {
    reason: 'Ký thừa ủy quyền phải có văn bản ủy quyền.',
    basis: 'NĐ 30/2020 Điều 13 khoản 3',
  },
  'tuq-not-in-force': {
    reason: 'Văn bản ủy quyền ký không còn hoặc chưa có hiệu lực vào ngày này.',
    basis: 'NĐ 30/2020 Điều 13 khoản 3',
  },
  'tuq-is-given-by-the-head': {
    reason: 'Chỉ người đứng đầu cơ quan được ủy quyền ký.',
    basis: 'NĐ 30/2020 Điều 13 khoản 3',
  },
  'tuq-handed-on': {
    reason: 'Người được ký thừa ủy quyền không được ủy quyền lại cho người khác ký.',
    basis: 'NĐ 30/2020 Điều 13 khoản 3',
  },
} as const
export type SigningRefusalCode = keyof typeof signingRefusals
export type SigningRefusal = { readonly code: SigningRefusalCode; readonly reason: string; readonly basis: string }
