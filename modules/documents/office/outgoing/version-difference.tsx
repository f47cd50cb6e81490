import type { z } from '#lib/schemas/index.ts'
import type { VersionDifference } from '#modules/documents/contract.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.difference

/** What changed between two versions, word by word: said by line and word, never by colour alone. */
export function VersionDifferenceView({ documentId, from, to }: { documentId: string; from: number; to: number }) {
  const difference = useResource<z.infer<typeof VersionDifference>>(`/documents/outgoing/${documentId}/difference`, {
    query: { from, to },
  })
  return (
    <article className="document-text outgoing-difference" aria-label={words.title(from, to)}>
      <h2>{words.title(from, to)}</h2>
      <ResourceView resource={difference} sentence={words.waiting}>
        {({ parts }) => {
          if (parts.length === 0) return <p className="secondary">{words.noText}</p>
          if (parts.every(part => part.kind === 'same')) return <p className="secondary">{words.same}</p>
          return (
            <>
              <p className="meta">{words.legend}</p>
              <p>
                {parts.map((part, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a fixed comparison never change places.
                  <Part key={index} kind={part.kind} text={part.text} />
                ))}
              </p>
            </>
          )
        }}
      </ResourceView>
    </article>
  )
}

function Part({ kind, text }: { kind: 'same' | 'added' | 'removed'; text: string }) {
  if (kind === 'same') return <>{text}</>
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="visually-hidden">[{words[kind]}: </span>
      {text}
      <span className="visually-hidden"> {words.end}]</span>
    </Tag>
  )
}
