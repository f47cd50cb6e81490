import type { z } from '#lib/schemas/index.ts'
import type { PhraseList } from '#modules/agencies/contract.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Phrases } from '#platform/ui/forms/phrases.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const most = 5

/** The office's and one's own frequent phrases; a phrase joins what stands there already. */
export function OftenPhrases({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  const phrases = useResource<z.infer<typeof PhraseList>>('/phrases')
  const items = phrases.data?.items ?? []
  return (
    <Phrases
      label={readerMessages.form.often}
      phrases={items.slice(0, most).map(one => one.text)}
      onPick={phrase => onChange(withPhrase(text, phrase))}
    />
  )
}

export const withPhrase = (text: string, phrase: string): string =>
  text.trim() === '' ? phrase : `${text.trimEnd()} ${phrase}`
