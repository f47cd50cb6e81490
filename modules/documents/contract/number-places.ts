import { named, z } from '#lib/schemas/index.ts'

/** In points from the top left of page 1 as it is shown; the height gives the size of what is written there. */
const length = (least: number, most: number) => z.number().check(z.gte(least), z.lte(most))
export const NumberPlace = named(
  'NumberPlace',
  z.object({ x: length(0, 5000), y: length(0, 5000), width: length(10, 1000), height: length(8, 60) }),
)
export type NumberPlace = z.infer<typeof NumberPlace>
export const NumberPlaces = named('NumberPlaces', z.object({ number: NumberPlace, date: NumberPlace }))
export type NumberPlaces = z.infer<typeof NumberPlaces>
/** Where number and date are to stand on an uploaded PDF; null: where they are proposed. */
export const PlaceNumber = named(
  'PlaceNumber',
  z.object({ version: z.number().check(z.int(), z.gte(1)), places: z.nullable(NumberPlaces) }),
)
export const ShownPlaces = named(
  'ShownPlaces',
  z.object({
    version: z.number(),
    page: named('PageSize', z.object({ width: z.number(), height: z.number() })),
    chosen: z.nullable(NumberPlaces),
    proposed: NumberPlaces,
    /** What the proposal goes by: the words on the page, or the layout of the decree. */
    from: z.enum(['page', 'layout']),
    /** The page left no blank behind "Số:"; without chosen places it cannot be frozen. */
    noRoom: z.boolean(),
  }),
)
export type ShownPlaces = z.infer<typeof ShownPlaces>
