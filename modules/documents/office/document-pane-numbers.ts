type Place = { readonly x: number; readonly y: number; readonly height: number }

/** In points of the page, about as large as a number is drawn. */
const numberSize = 18

/**
 * How many numbers stand at the left edge of each place already: of a letter, kind and subject are read in the same line,
 * and their numbers must not lie on each other.
 */
export function numbersBefore(places: readonly Place[]): readonly number[] {
  return places.map((place, at) => places.slice(0, at).filter(other => isSameSpot(place, other)).length)
}

const middleOf = ({ y, height }: Place): number => y + height / 2
const isSameSpot = (one: Place, other: Place): boolean =>
  Math.abs(one.x - other.x) < numberSize && Math.abs(middleOf(one) - middleOf(other)) < numberSize
