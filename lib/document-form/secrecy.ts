/** The three levels of state secrets (Luật Bảo vệ bí mật nhà nước). */
export type SecrecyLevel = 'mat' | 'toi-mat' | 'tuyet-mat'

export const secrecyMarks: Readonly<Record<SecrecyLevel, string>> = {
  mat: 'MẬT',
  'toi-mat': 'TỐI MẬT',
  'tuyet-mat': 'TUYỆT MẬT',
}

/** As Unicode writes them, and as the text of a file set in the fonts of before Unicode (TCVN3, VNI) comes out. */
const levels: Readonly<Record<string, SecrecyLevel>> = {
  ...{ MẬT: 'mat', TỐIMẬT: 'toi-mat', TUYỆTMẬT: 'tuyet-mat' },
  ...{ MËT: 'mat', TÈIMËT: 'toi-mat', TUYÖTMËT: 'tuyet-mat' },
  ...{ MAÄT: 'mat', TOÁIMAÄT: 'toi-mat', TUYEÄTMAÄT: 'tuyet-mat' },
}
/** 'Độ mật: Tối mật' names the level in a form's field. */
const fieldName = /^(?:ĐỘMẬT|MỨCĐỘMẬT)(?=.)/

/**
 * The mark of secrecy among the lines in the top third of page 1, the highest when there are several.
 *
 * A mark stands by itself in its line: MẬT, TỐI MẬT or TUYỆT MẬT in any Unicode form, with spaces between the letters, a
 * frame or quotation marks around it, or in a column of its own (three spaces or a tab); it may be broken over two lines,
 * or follow 'Độ mật:'. The same words inside a sentence are none: `BÍ MẬT NHÀ NƯỚC`, `Độ mật: không`; neither is the end
 * of one that begins its own line, which no stamp writes in small letters: `… bảo vệ bí` / `mật`.
 *
 * @param lines text of the top third alone, in reading order
 * @example detectSecrecyMark(['UBND TỈNH QUẢNG TRỊ', '│ T Ố I  M Ậ T │'])   // 'toi-mat'
 */
export function detectSecrecyMark(lines: readonly string[]): SecrecyLevel | undefined {
  const found = new Set<SecrecyLevel>()
  lines.forEach((line, index) => {
    const broken = `${bare(lines[index - 1] ?? '')}${bare(line)}`
    for (const candidate of [...[line, ...line.split(/\t|\s{3,}/)].map(bare), broken]) {
      const level = levels[candidate.toLocaleUpperCase('vi').replace(fieldName, '')]
      if (level && !goesOnASentence(candidate)) found.add(level)
    }
  })
  return (['tuyet-mat', 'toi-mat', 'mat'] as const).find(level => found.has(level))
}

/** Letters and digits alone, composed. */
const bare = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '')
    .normalize('NFC')

/** Small letters throughout; what a font of TCVN3 shows as capitals has small ones in the file. */
const goesOnASentence = (word: string): boolean => /^[\p{Ll}\p{M}]+$/u.test(word) && word.includes('mật')
