import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import { lazy, Suspense, useState } from 'react'
import type { NumberPlace, NumberPlaces, OutgoingDocument, ShownPlaces } from '#modules/documents/contract.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useDraft } from '#platform/ui/data/use-draft.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ErrorState, ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { Loading } from '#platform/ui/feedback/loading.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { DraftLine } from '#platform/ui/forms/draft-line.tsx'
import { Desk, Panel, Reader } from '#platform/ui/layout/reader.tsx'
import { useGo, usePathPart, useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf } from '#platform/ui/text/format.ts'
import { NumberPlaceBox } from './number-place-box.tsx'
import { NumberPlaceFields } from './number-place-fields.tsx'
import { numberPlaceMessages as words } from './number-place-messages.vi.ts'
import './number-place.css'

const DocumentPages = lazy(async () => ({ default: (await import('../pages/document-pages.tsx')).DocumentPages }))

/** Where number and date will stand on an uploaded PDF: shown on the page, dragged or measured, until it is approved. */
export default function NumberPlaceScreen() {
  const id = usePathPart('id')
  const document = useResource<OutgoingDocument>(`/documents/outgoing/${id}`)
  const shown = useResource<ShownPlaces>(`/documents/outgoing/${id}/number-places`)
  useTitle(words.title, document.data?.subject)
  useHelp(words.help)
  const problem = document.problem ?? shown.problem
  function reload() {
    document.reload()
    shown.reload()
  }
  if (document.data && shown.data)
    return (
      <PlaceForm key={`${id}:${shown.data.version}`} document={document.data} shown={shown.data} onReload={reload} />
    )
  return (
    <div className="page">
      {problem ? (
        <ErrorState
          problem={problem}
          onAgain={reload}
          actions={<LinkButton to={`documents/outgoing/${id}`}>{words.back}</LinkButton>}
        />
      ) : (
        <Loading sentence={words.waiting} onReload={reload} />
      )}
    </div>
  )
}

type PlaceFormProps = { document: OutgoingDocument; shown: ShownPlaces; onReload: () => void }

function PlaceForm({ document, shown, onReload }: PlaceFormProps) {
  const { id, allowed } = document
  const { page, proposed, chosen, noRoom, version } = shown
  const [pageOpen, setPageOpen] = useState(false)
  const draft = useDraft<NumberPlaces>(`number-place:${id}:${version}`, chosen ?? proposed)
  const { number, date } = draft.value
  const sender = useSend<OutgoingDocument>({ title: words.sending, changes: ['/documents'] })
  const toast = useToast()
  const go = useGo()
  const open = allowed.includes('place-number')
  const main = document.files.find(file => file.role === 'main' && file.mediaType === 'application/pdf')
  const isProposed = sameAs(proposed, draft.value)

  async function save() {
    const places = isProposed && !noRoom ? null : { number: asPlace(number), date: asPlace(date) }
    const sent = await sender.send(`/documents/outgoing/${id}/place-number`, { version, places })
    if (!sent) return
    draft.clear()
    toast({ text: words.saved })
    await go(`documents/outgoing/${id}`)
  }

  const { problem } = sender
  const foot = open && (
    <>
      <Button look="primary" busy={sender.sending} data-key="primary" onClick={() => void save()}>
        {words.save}
      </Button>
      {!isProposed && <Button onClick={() => draft.change(proposed)}>{words.propose}</Button>}
    </>
  )
  return (
    <Reader
      parts={words.parts}
      head={
        <div className="title-line">
          <LinkButton look="plain" small icon={IconArrowLeft} to={`documents/outgoing/${id}`} data-key="back">
            {words.back}
          </LinkButton>
          <h1 className="document-title" tabIndex={-1}>
            {words.title}
          </h1>
          <DraftLine draft={draft} />
        </div>
      }
      desk={
        <Desk label={words.page}>
          {main && !pageOpen && (
            <Button icon={IconFileText} onClick={() => setPageOpen(true)}>
              {words.openPage}
            </Button>
          )}
          {main && pageOpen && (
            <Suspense fallback={<p className="meta">{words.waiting}</p>}>
              <DocumentPages
                url={main.url}
                pages={1}
                overlay={() => (
                  <div className="number-place-layer">
                    <NumberPlaceBox
                      {...{ page, place: number, name: words.number, sample: words.sampleNumber, italic: false }}
                      disabled={!open}
                      onMove={place => draft.change({ number: place })}
                    />
                    <NumberPlaceBox
                      {...{ page, place: date, name: words.date, sample: sampleDate(), italic: true }}
                      disabled={!open}
                      onMove={place => draft.change({ date: place })}
                    />
                  </div>
                )}
              />
            </Suspense>
          )}
        </Desk>
      }
      panel={
        <Panel label={words.panel} foot={foot}>
          {!open && <Note tone="amber">{words.closed}</Note>}
          {open && noRoom && isProposed && <Note tone="amber">{words.noRoom}</Note>}
          {problem &&
            (problem.status === 409 ? (
              <ConflictNotice
                problem={problem}
                onReload={() => {
                  sender.clearProblem()
                  onReload()
                }}
              />
            ) : (
              <ProblemNote problem={problem} onAgain={sender.again} />
            ))}
          <p>{words.how}</p>
          <p className="meta">{isProposed ? words.from[shown.from] : words.from.chosen}</p>
          {open && (
            <div className="form">
              <NumberPlaceFields
                {...{ page, place: number, legend: words.number, name: 'number' }}
                onChange={place => draft.change({ number: place })}
              />
              <NumberPlaceFields
                {...{ page, place: date, legend: words.date, name: 'date' }}
                onChange={place => draft.change({ date: place })}
              />
              <p className="meta">{words.keys}</p>
            </div>
          )}
        </Panel>
      }
    />
  )
}

const sameAs = (one: NumberPlaces, other: NumberPlaces): boolean =>
  (['number', 'date'] as const).every(part =>
    (['x', 'y', 'width', 'height'] as const).every(side => Math.abs(one[part][side] - other[part][side]) < 0.2),
  )
const asPlace = ({ x, y, width, height }: NumberPlace): NumberPlace => ({ x, y, width, height })

/** Today's date as it will be printed. */
function sampleDate(): string {
  const [year, month, day] = dayOf(new Date()).split('-')
  return `ngày ${day} tháng ${month} năm ${year}`
}
