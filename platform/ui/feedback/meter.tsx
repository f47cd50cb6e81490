/** How far something is, as a bar; the words beside it say it too. */
export function Meter({ value, of, label }: { value: number; of: number; label: string }) {
  const percent = of > 0 ? Math.min(100, (value / of) * 100) : 0
  return (
    <div className="meter" role="img" aria-label={label}>
      <span style={{ width: `${percent}%` }} />
    </div>
  )
}
