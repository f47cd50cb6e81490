/**
 * Vietnamese without its marks, for finding: `'Đẩy nhanh'` → `'day nhanh'`. Case, diacritics and the old place of a tone
 * mark (hoà, hòa) make no difference to what is found.
 */
export function foldForSearch(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Every word of the query begins some word of the text. */
export function matchesSearch(text: string, query: string): boolean {
  const words = foldForSearch(text).split(/[^\p{L}\p{N}]+/u)
  return foldForSearch(query)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .every(part => words.some(word => word.startsWith(part)))
}
