const collator = new Intl.Collator('vi', { numeric: true })

/**
 * Vietnamese order for `sort`: a ă â … d đ e ê …, tones after letters, `Thôn 2` before `Thôn 10`.
 *
 * @example ['Đông Hà', 'Dân Hóa'].sort(compareVietnamese)   // ['Dân Hóa', 'Đông Hà']
 */
export const compareVietnamese = (left: string, right: string): number => collator.compare(left, right)

/** The letters of a person's last two words, as on an avatar. @example initials('Trương Thị Ngọc Lan')   // 'NL' */
export const initials = (fullName: string): string =>
  fullName
    .normalize('NFC')
    .trim()
    .split(/\s+/)
    .slice(-2)
    .map(word => (word.match(/\p{L}|\p{N}/u)?.[0] ?? '').toLocaleUpperCase('vi'))
    .join('')
