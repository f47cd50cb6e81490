import { line, named, piece, z } from '#lib/schemas/index.ts'

/** One piece of a paragraph. */
export const LetterRun = named(
  'LetterRun',
  z.object({
    text: piece(5000),
    bold: z.optional(z.boolean()),
    italic: z.optional(z.boolean()),
  }),
)
/** The body of a letter as blocks: paragraphs, items with their mark, simple tables. Never markup. */
export const LetterBlock = named(
  'LetterBlock',
  z.discriminatedUnion('kind', [
    named('LetterHeading', z.object({ kind: z.literal('heading'), text: piece(500) })),
    named(
      'LetterParagraph',
      z.object({ kind: z.literal('paragraph'), runs: z.array(LetterRun).check(z.maxLength(200)) }),
    ),
    named(
      'LetterItem',
      z.object({
        kind: z.literal('item'),
        mark: piece(10),
        runs: z.array(LetterRun).check(z.maxLength(200)),
      }),
    ),
    named(
      'LetterTable',
      z.object({
        kind: z.literal('table'),
        header: z.array(piece(200)).check(z.maxLength(12)),
        rows: z.array(z.array(piece(1000)).check(z.maxLength(12))).check(z.maxLength(500)),
      }),
    ),
  ]),
)
export type LetterBlock = z.infer<typeof LetterBlock>
export const Letter = named(
  'Letter',
  z.object({
    addressees: z.array(line(300)).check(z.maxLength(100)),
    blocks: z.array(LetterBlock).check(z.maxLength(500)),
  }),
)
export type Letter = z.infer<typeof Letter>
