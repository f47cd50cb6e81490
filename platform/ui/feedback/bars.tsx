export type BarPart = {
  readonly kind: 'late' | 'soon' | 'on-time' | 'done'
  readonly word: string
  readonly count: number
}
export type Bar = { readonly name: string; readonly parts: readonly BarPart[] }

/** Stacked bars with their numbers in them, drawn to one scale; each is said in words to who does not see it. */
export function Bars({ bars }: { bars: readonly Bar[] }) {
  const longest = Math.max(1, ...bars.map(bar => bar.parts.reduce((sum, part) => sum + part.count, 0)))
  const key = bars[0]?.parts ?? []
  return (
    <>
      <p className="meta bars-key" aria-hidden="true">
        {key.map(part => (
          <span key={part.kind}>
            <i className={`bar-${part.kind}`} />
            {part.word}
          </span>
        ))}
      </p>
      <ul className="bars">
        {bars.map(bar => (
          <li key={bar.name}>
            <span>{bar.name}</span>
            <div className="bars-row" role="img" aria-label={spoken(bar)}>
              {bar.parts
                .filter(part => part.count > 0)
                .map(part => (
                  <span
                    key={part.kind}
                    className={`bar-${part.kind}`}
                    style={{ width: `${(part.count / longest) * 100}%` }}
                  >
                    {part.count}
                  </span>
                ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

const spoken = (bar: Bar): string => `${bar.name}: ${bar.parts.map(part => `${part.count} ${part.word}`).join(', ')}`
