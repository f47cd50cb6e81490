import IconFilter from '@tabler/icons-react/icons/IconFilter'
import IconX from '@tabler/icons-react/icons/IconX'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { incomingStates } from '#modules/documents/contract/incoming-states.ts'
import type { RegisterList } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useSeat } from '#platform/ui/data/session.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Combobox } from '#platform/ui/forms/combobox.tsx'
import { DateField } from '#platform/ui/forms/date-field.tsx'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { stateWord } from '#platform/ui/states/state-chip.tsx'
import { actLabels } from '#platform/ui/text/act-labels.ts'
import { listMessages } from './list-messages.vi.ts'
import { filterNames, type ListQuery, statesOfTab, type Tab } from './list-query.ts'

const words = listMessages.filters
const asOption = ({ name }: { name: string }) => ({ id: name, name })

type ListFiltersProps = {
  query: ListQuery
  tab: Tab
  onChange: (changes: Record<string, string | undefined>) => void
  onClear: () => void
}

/** Narrows the list; folded as long as nobody narrows it, for rows matter more. */
export function ListFilters({ query, tab, onChange, onClear }: ListFiltersProps) {
  const { role } = useSeat()
  const any = filterNames.some(name => query[name] !== undefined)
  const [opened, setOpened] = useState(any)
  const seesRegisters = role === 'clerk' || role === 'leader' || role === 'office-head' || role === 'auditor'
  const registers = useResource<z.infer<typeof RegisterList>>('/registers', {
    query: { ended: 'true' },
    enabled: opened && seesRegisters,
  })
  const incoming = registers.data?.items.filter(({ direction }) => direction === 'incoming') ?? []
  const findIssuer = useFind('/documents/incoming/issuers', asOption, { ...query, issuer: undefined })
  const states = statesOfTab(tab) ?? incomingStates
  const chosen = (name: (typeof filterNames)[number]) => (value: string) =>
    onChange({ [name]: value === 'any' ? undefined : value })
  if (!opened)
    return (
      <div className="incoming-list-bar">
        <Button small look="plain" icon={IconFilter} aria-expanded={false} onClick={() => setOpened(true)}>
          {actLabels.filter}
        </Button>
      </div>
    )
  return (
    <search className="incoming-list-filters" aria-label={words.label}>
      <Combobox
        className="incoming-list-issuer"
        label={words.issuer}
        optional
        placeholder={words.any}
        value={query.issuer ? { id: query.issuer, name: query.issuer } : undefined}
        onChange={issuer => onChange({ issuer: issuer?.name })}
        find={findIssuer}
      />
      {states.length > 1 && (
        <SelectField
          label={words.state}
          value={query.state ?? 'any'}
          choices={[
            { value: 'any', label: words.any },
            ...states.map(state => ({ value: state, label: stateWord('incoming', state) })),
          ]}
          onChange={chosen('state')}
        />
      )}
      <SelectField
        label={words.urgency}
        value={query.urgency ?? 'any'}
        choices={[
          { value: 'any', label: words.any },
          ...Object.entries(words.urgencies).map(([value, label]) => ({ value, label })),
        ]}
        onChange={chosen('urgency')}
      />
      {incoming.length > 1 && (
        <SelectField
          label={words.register}
          value={query.registerId ?? 'any'}
          choices={[
            { value: 'any', label: words.any },
            ...incoming.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={chosen('registerId')}
        />
      )}
      <DateField label={words.from} value={query.from} max={query.to} onChange={from => onChange({ from })} />
      <DateField label={words.to} value={query.to} min={query.from} onChange={to => onChange({ to })} />
      <Button
        look="plain"
        icon={IconX}
        onClick={() => {
          setOpened(false)
          if (any) onClear()
        }}
      >
        {words.clear}
      </Button>
    </search>
  )
}
