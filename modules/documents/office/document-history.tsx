import IconHistory from '@tabler/icons-react/icons/IconHistory'
import { useState } from 'react'
import type { Direction, HistoryEntry } from '#modules/documents/contract.ts'
import { useList } from '#platform/ui/data/use-resource.ts'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { type Movement, Timeline } from '#platform/ui/history/timeline.tsx'
import { Fold } from '#platform/ui/layout/reader.tsx'
import { actIconOf } from '#platform/ui/states/act-icons.ts'
import { formatMoment, spokenTitle } from '#platform/ui/text/format.ts'
import { historyMessages as words } from './history-messages.vi.ts'
import './document-history.css'

type DocumentHistoryProps = {
  document: {
    readonly id: string
    readonly history: readonly HistoryEntry[]
    readonly seesLooks: boolean
  }
  direction: Direction
  /** A movement as a sentence, in the words of its direction. */
  sentenceOf: (entry: HistoryEntry) => string
}
type Shown = keyof typeof words.choices
const choices = (Object.keys(words.choices) as Shown[]).map(value => ({ value, label: words.choices[value] }))

/**
 * The one history of a document, the latest first. Who looked at it is read only when it is asked for: of a document that
 * goes to everybody the looks would bury its movements.
 */
export function DocumentHistory({ document, direction, sentenceOf }: DocumentHistoryProps) {
  const [shown, setShown] = useState<Shown>('movements')
  const timeline = (entries: readonly HistoryEntry[]) => (
    <Timeline label={words.title} movements={entries.map(entry => movementOf(entry, sentenceOf))} />
  )
  return (
    <Fold title={words.title} icon={IconHistory} note={words.note(document.history.length)}>
      {document.seesLooks && (
        <SelectField
          className="document-history-shown"
          label={words.shown}
          value={shown}
          choices={choices}
          onChange={setShown}
        />
      )}
      {shown === 'movements' ? (
        timeline(document.history.toReversed())
      ) : (
        <Entries path={`/documents/${direction}/${document.id}/history`} shown={shown} timeline={timeline} />
      )}
    </Fold>
  )
}

type EntriesProps = {
  path: string
  shown: Exclude<Shown, 'movements'>
  timeline: (entries: readonly HistoryEntry[]) => React.ReactNode
}

function Entries({ path, shown, timeline }: EntriesProps) {
  const query = shown === 'looks' ? { only: 'looks' } : {}
  const list = useList<HistoryEntry>(path, { query, live: ['documents.'] })
  return (
    <ListView list={list} things={words.things} empty={<p className="meta">{words.noLooks}</p>}>
      {timeline}
    </ListView>
  )
}

function movementOf(entry: HistoryEntry, sentenceOf: (entry: HistoryEntry) => string): Movement {
  const { id, at, act, text } = entry
  const look = lookIn(entry)
  if (!look) return { id, at, icon: actIconOf(act), what: sentenceOf(entry), text }
  return { id, at, icon: actIconOf(look.icon), what: look.sentence }
}

const lookIcons = {
  'look-view': 'mark-read',
  'look-file': 'open',
  'look-save': 'download',
  'look-print': 'print',
} as const

/** "Lê Văn Định (Chủ tịch) xem văn bản 3 lần, gần nhất 14:20 25/11/2026; lần đầu", before the time of the first. */
function lookIn({ act, actorName, actorTitle, detail }: HistoryEntry) {
  if (!(act in words.looks)) return undefined
  const kind = act as keyof typeof words.looks
  const count = Number(detail.count)
  const often = count > 1 ? words.often(count, formatMoment(String(detail.lastAt))) : ''
  return {
    icon: lookIcons[kind],
    sentence: `${words.by(actorName, spokenTitle(actorTitle))} ${words.looks[kind]}${often}`,
  }
}
