type PhrasesProps = {
  /** "Hay dùng:" */
  label: string
  phrases: readonly string[]
  onPick: (phrase: string) => void
}

/** Frequent phrases under a text, one press each. */
export function Phrases({ label, phrases, onPick }: PhrasesProps) {
  if (phrases.length === 0) return null
  return (
    <div className="phrases">
      <span className="meta">{label}</span>
      {phrases.map(phrase => (
        <button key={phrase} type="button" className="text-button" onClick={() => onPick(phrase)}>
          {phrase}
        </button>
      ))}
    </div>
  )
}
