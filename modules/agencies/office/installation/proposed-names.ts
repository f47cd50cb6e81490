/** Long names and what is written for them everywhere; HĐND and UBND are the decree's own (NĐ 30/2020 Phụ lục III). */
const shortForms = [
  ['Ủy ban nhân dân', 'UBND'],
  ['Hội đồng nhân dân', 'HĐND'],
] as const
const placeAfter = /(?:^|\s)(?:xã|phường|đặc khu|tỉnh|thành phố)\s+(.+)$/iu

/**
 * What follows from a full name as it stands on documents; nothing where it does not follow.
 *
 * @example proposedNames('Ủy ban nhân dân xã Cam Lộ')   // { shortName: 'UBND xã Cam Lộ', placeName: 'Cam Lộ' }
 */
export function proposedNames(name: string): { shortName: string; placeName: string } {
  const full = name.trim()
  const shortForm = shortForms.find(([long]) => full.toLowerCase().startsWith(long.toLowerCase()))
  return {
    shortName: shortForm ? `${shortForm[1]}${full.slice(shortForm[0].length)}` : '',
    placeName: placeAfter.exec(full)?.[1] ?? '',
  }
}
