import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { useList, useResource } from '#platform/ui/data/use-resource.ts'
import { SelectField } from '#platform/ui/forms/select-field.tsx'
import { AdminList } from '#platform/ui/layout/admin-list.tsx'
import { useAddressSearch } from '#platform/ui/screens/use-address.ts'
import type { ListedSeat, UnitList } from '../contract.ts'
import { CorrectSeatForm } from './correct-seat-form.tsx'
import { EndSeatForm } from './end-seat-form.tsx'
import { GiveSeatForm } from './give-seat-form.tsx'
import { agencyMessages } from './messages.vi.ts'
import { FirstPassword, type GivenPassword, ResetPassword } from './password-dialogs.tsx'
import { SearchField } from './search-field.tsx'
import { type SeatAct, SeatLine } from './seat-line.tsx'
import './office.css'

export type Listed = z.infer<typeof ListedSeat>
type Opened =
  | { readonly act: 'add' }
  | { readonly act: Exclude<SeatAct, 'unlock'>; readonly seat: Listed }
  | { readonly act: 'password'; readonly given: GivenPassword }

const words = agencyMessages.people
const any = 'any'

/** Who sits where, since when, and what may be done about it; a seat that ended stays in the list of those that ended. */
export default function People() {
  const [search, setSearch] = useAddressSearch()
  const [opened, setOpened] = useState<Opened>()
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const list = useList<Listed>('/seats', {
    query: { q: search.q, unitId: search.unit, ended: search.ended },
    limit: 50,
  })
  const close = () => setOpened(undefined)
  const showPassword = (given: GivenPassword | undefined) => setOpened(given ? { act: 'password', given } : undefined)
  return (
    <>
      <AdminList
        words={words}
        back={{ to: 'administration', label: agencyMessages.back.administration }}
        icon={IconUsers}
        list={list}
        onAdd={() => setOpened({ act: 'add' })}
        above={
          <div className="tools tools-form">
            <SearchField
              label={words.search}
              placeholder={words.searchHint}
              value={search.q ?? ''}
              onChange={q => setSearch({ q })}
            />
            <SelectField
              label={words.unit}
              value={search.unit ?? any}
              choices={[
                { value: any, label: words.allUnits },
                ...(units.data?.items ?? []).map(unit => ({ value: unit.id, label: unit.name })),
              ]}
              onChange={unit => setSearch({ unit: unit === any ? undefined : unit })}
            />
            <SelectField
              label={words.state}
              value={search.ended ? 'ended' : 'held'}
              choices={[
                { value: 'held', label: words.held },
                { value: 'ended', label: words.ended },
              ]}
              onChange={state => setSearch({ ended: state === 'ended' ? 'true' : undefined })}
            />
          </div>
        }
        line={seat => <SeatLine key={seat.id} seat={seat} onAct={act => setOpened({ act, seat })} />}
      />
      {opened?.act === 'add' && <GiveSeatForm onGiven={showPassword} onClose={close} />}
      {opened?.act === 'second' && <GiveSeatForm of={opened.seat} onGiven={showPassword} onClose={close} />}
      {opened?.act === 'correct' && <CorrectSeatForm seat={opened.seat} onClose={close} />}
      {opened?.act === 'end' && <EndSeatForm seat={opened.seat} onClose={close} />}
      {opened?.act === 'reset' && <ResetPassword seat={opened.seat} onGiven={showPassword} onClose={close} />}
      {opened?.act === 'password' && <FirstPassword given={opened.given} onClose={close} />}
    </>
  )
}
