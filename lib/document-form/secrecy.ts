/** The three levels of state secrets (Luật Bảo vệ bí mật nhà nước). */
export type SecrecyLevel = 'mat' | 'toi-mat' | 'tuyet-mat'

export const secrecyMarks: Readonly<Record<SecrecyLevel, string>> = {
  mat: 'MẬT',
  'toi-mat': 'TỐI MẬT',
  'tuyet-mat': 'TUYỆT MẬT',
}

const levels: Readonly<Record<string, SecrecyLevel>> = { MẬT: 'mat', TỐIMẬT: 'toi-mat', TUYỆTMẬT: 'tuyet-mat' }

/**
 * The mark of secrecy among the lines in the top third of page 1, the highest when there are several.
 *
 * A mark stands by itself in its line: MẬT, TỐI MẬT or TUYỆT MẬT in any Unicode form, with spaces between the letters, a
 * frame or quotation marks around it, or in a column of its own (three spaces or a tab); it may be broken over two lines.
 * The same words inside a sentence are none: `BÍ MẬT NHÀ NƯỚC`, `Độ mật: không`.
 *
 * @param lines text of the top third alone, in reading order
 * @example detectSecrecyMark(['UBND TỈNH QUẢNG TRỊ', '│ T Ố I  M Ậ T │'])   // 'toi-mat'
 */
export function detectSecrecyMark(lines: readonly string[]): SecrecyLevel | undefined {
  const found = new Set<SecrecyLevel>()
  lines.forEach((line, index) => {
    const broken = `${bare(lines[index - 1] ?? '')}${bare(line)}`
    for (const candidate of [...[line, ...line.split(/\t|\s{3,}/)].map(bare), broken]) {
      const level = levels[candidate]
      if (level) found.add(level)
    }
  })
  return (['tuyet-mat', 'toi-mat', 'mat'] as const).find(level => found.has(level))
}

/** Letters and digits alone, composed and in capitals. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
    .normalize('NFC')
    .toLocaleUpperCase('vi')
