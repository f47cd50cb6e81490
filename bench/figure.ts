/** One measured figure, as `npm run -s bench -- --json` prints it, one a line. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The same work by a bare server, measured in the same run; nothing where no floor makes sense. */
  readonly floor: number | null
  readonly ratio: number | null
  readonly limit: string
  readonly ok: boolean
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100)

/** A figure that must not be above its limit (times, sizes). */
export const atMost = (name: string, value: number, unit: string, limit: number): Figure => ({
  name,
  value: round(value),
  unit,
  floor: null,
  ratio: null,
  limit: `≤ ${limit}`,
  ok: value <= limit,
})

/** A throughput that must reach a share of its floor and an absolute value. */
export const atLeast = (
  name: string,
  value: number,
  unit: string,
  floor: number,
  share: number,
  least: number,
): Figure => ({
  name,
  value: round(value),
  unit,
  floor: round(floor),
  ratio: Math.round((value / floor) * 1000) / 1000,
  limit: `≥ ${share} × floor and ≥ ${least}`,
  ok: value >= share * floor && value >= least,
})

export const asLine = (figure: Figure): string =>
  `${figure.ok ? '✓' : '✗'} ${figure.name}: ${figure.value} ${figure.unit}${figure.floor === null ? '' : ` (floor ${figure.floor}, ratio ${figure.ratio})`}, limit ${figure.limit}`
