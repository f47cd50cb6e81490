import IconFilter from '@tabler/icons-react/icons/IconFilter'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { type FormEvent, useEffect, useState } from 'react'
import { documentTypes, receivedOnlyTypes } from '#lib/document-form/index.ts'
import type { SearchHit } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useList } from '#platform/ui/data/use-resource.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ListView } from '#platform/ui/feedback/resource-view.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import { Rows } from '#platform/ui/layout/data-row.tsx'
import { Page } from '#platform/ui/layout/page.tsx'
import { useAddressSearch, useTitle } from '#platform/ui/screens/use-address.ts'
import { urgencyWords } from '#platform/ui/states/urgency-stamp.tsx'
import { searchMessages as words } from './messages.vi.ts'
import { SearchRow } from './search-row.tsx'
import './search.css'

const types = [...documentTypes, ...receivedOnlyTypes].map(type => ({ value: type.code, label: type.name }))

/** One box and a few ways to narrow; question and answer live in the address, so that they can be sent and come back to. */
export default function Search() {
  const [search, setSearch] = useAddressSearch()
  const { q = '', direction, type, urgency, from, to } = search
  const crossed = from !== undefined && to !== undefined && to < from
  const asked = q.trim() !== '' || type !== undefined || urgency !== undefined
  const list = useList<SearchHit>('/documents/search', {
    query: { q, direction, type, urgency, from, to },
    enabled: asked && !crossed,
  })
  const narrowed = [direction, type, urgency, from, to].some(Boolean)
  const [narrowing, setNarrowing] = useState(narrowed)
  useTitle(q || undefined, words.title)
  useHelp(words.help)
  return (
    <Page title={words.title} purpose={words.purpose}>
      <SearchForm key={q} asked={q} onAsk={text => setSearch({ q: text })} />
      <Button
        look="plain"
        className="search-narrow"
        icon={IconFilter}
        aria-expanded={narrowing}
        onClick={() => setNarrowing(!narrowing)}
      >
        {words.filters}
      </Button>
      <search className="tools tools-form search-filters" aria-label={words.filters} data-open={narrowing || undefined}>
        <SelectField
          label={words.direction}
          value={direction === 'incoming' || direction === 'outgoing' ? direction : 'both'}
          choices={[
            { value: 'both', label: words.directions[''] },
            { value: 'incoming', label: words.directions.incoming },
            { value: 'outgoing', label: words.directions.outgoing },
          ]}
          onChange={chosen => setSearch({ direction: chosen === 'both' ? undefined : chosen })}
        />
        <SelectField
          label={words.type}
          value={type ?? 'any'}
          choices={[{ value: 'any', label: words.anyType }, ...types]}
          onChange={chosen => setSearch({ type: chosen === 'any' ? undefined : chosen })}
        />
        <SelectField
          label={words.urgency}
          value={urgency ?? 'any'}
          choices={[
            { value: 'any', label: words.anyUrgency },
            { value: '0', label: urgencyWords[0] },
            { value: '1', label: urgencyWords[1] },
            { value: '2', label: urgencyWords[2] },
            { value: '3', label: urgencyWords[3] },
          ]}
          onChange={chosen => setSearch({ urgency: chosen === 'any' ? undefined : chosen })}
        />
        <DateField label={words.from} value={from} onChange={day => setSearch({ from: day })} />
        <DateField
          label={words.to}
          value={to}
          error={crossed ? words.datesCross : undefined}
          onChange={day => setSearch({ to: day })}
        />
        {narrowed && (
          <Button
            look="plain"
            onClick={() =>
              setSearch({ direction: undefined, type: undefined, urgency: undefined, from: undefined, to: undefined })
            }
          >
            {words.clear}
          </Button>
        )}
      </search>
      {asked && !crossed ? (
        <ListView
          list={list}
          things={words.things}
          empty={
            <EmptyState icon={IconSearch} title={words.none(q)}>
              {narrowed ? words.noneFiltered : words.noneWhy}
            </EmptyState>
          }
        >
          {hits => (
            <div className="search-results-frame">
              <Rows kind="plain" label={words.results}>
                {hits.map(hit => (
                  <SearchRow key={`${hit.direction}:${hit.id}`} hit={hit} query={q} />
                ))}
              </Rows>
            </div>
          )}
        </ListView>
      ) : (
        !crossed && (
          <EmptyState icon={IconSearch} title={words.begin}>
            {words.beginWhy}
          </EmptyState>
        )
      )}
    </Page>
  )
}

function SearchForm({ asked, onAsk }: { asked: string; onAsk: (text: string) => void }) {
  const [text, setText] = useState(asked)
  useEffect(() => setText(asked), [asked])
  function submit(event: FormEvent) {
    event.preventDefault()
    onAsk(text.trim())
  }
  return (
    <search>
      <form className="search-form" onSubmit={submit}>
        <TextField
          label={words.box}
          type="search"
          name="search"
          placeholder={words.boxPlaceholder}
          maxLength={300}
          value={text}
          onChange={setText}
        />
        <Button type="submit" look="primary" icon={IconSearch}>
          {words.submit}
        </Button>
      </form>
    </search>
  )
}
