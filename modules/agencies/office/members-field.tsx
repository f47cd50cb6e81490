import IconX from '@tabler/icons-react/icons/IconX'
import { useCallback, useState } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useData } from '#platform/ui/data/client-context.ts'
import { useSeat } from '#platform/ui/data/session.ts'
import { useFind } from '#platform/ui/data/use-find.ts'
import type { Page } from '#platform/ui/data/use-resource.ts'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { matchesSearch } from '#platform/ui/forms/search-text.ts'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { Option } from '#platform/ui/forms/use-options.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import type { Addressee, Party } from '../contract.ts'
import type { Member } from './group-form.tsx'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.groups
type Found = Option & { readonly member: Member }
type MembersFieldProps = {
  value: readonly Member[]
  fault: string | undefined
  onChange: (members: readonly Member[]) => void
}
const nobody = { issuerId: null, unitId: null, seatId: null, agencyId: null }
const mostMembers = 500

/** Adds members by name, or every other office of the installation at once; each can be taken out again. */
export function MembersField({ value, fault, onChange }: MembersFieldProps) {
  const { client } = useData()
  const { id: seat, agencyId: ownAgency } = useSeat()
  const [filter, setFilter] = useState('')
  const [adding, setAdding] = useState<'no' | 'now' | 'failed'>('no')
  const findAddressee = useFind(
    '/agencies',
    (one: Addressee): Found => ({
      id: one.issuerId,
      name: one.name,
      note: one.parentName ?? undefined,
      member: { ...nobody, issuerId: one.issuerId, agencyId: one.agencyId, name: one.name },
    }),
  )
  const findParty = useFind(
    '/parties',
    (one: Party): Found => ({
      id: one.id,
      name: one.name,
      note: one.detail,
      member: { ...nobody, [one.kind === 'unit' ? 'unitId' : 'seatId']: one.id, name: one.name },
    }),
    { limit: 8 },
  )
  const find = useCallback(
    async (query: string, signal: AbortSignal) => {
      const [addressees, parties] = await Promise.all([findAddressee(query, signal), findParty(query, signal)])
      return [...parties, ...addressees]
    },
    [findAddressee, findParty],
  )
  const add = (members: readonly Member[]) => {
    const there = new Set(value.map(keyOf))
    onChange([...value, ...members.filter(member => !there.has(keyOf(member)))].slice(0, mostMembers))
  }

  async function addAll() {
    setAdding('now')
    try {
      const bodies: Addressee[] = []
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page: Page<Addressee> = await client.get('/agencies', {
          seat,
          query: { inside: true, limit: 100, cursor },
        })
        bodies.push(...page.items)
        cursor = page.next
      }
      add(oneOfEach(bodies, ownAgency).map(({ issuerId, agencyId, name }) => ({ ...nobody, issuerId, agencyId, name })))
      setAdding('no')
    } catch {
      setAdding('failed')
    }
  }
  const shown = value.filter(member => matchesSearch(member.name, filter))
  return (
    <>
      <MultiPicker<Found>
        label={words.find}
        hint={words.findHint}
        name="members"
        value={[]}
        find={find}
        error={fault}
        onChange={chosen => add(chosen.slice(-1).map(found => found.member))}
      />
      <div className="row">
        <Button small busy={adding === 'now'} onClick={addAll}>
          {adding === 'now' ? words.adding : words.addAll}
        </Button>
        {adding === 'failed' && <span className="text-red small">{words.addFailed}</span>}
        <span className="meta">{words.members(value.length)}</span>
      </div>
      {value.length > 8 && <TextField label={words.filter} optional value={filter} onChange={setFilter} />}
      <ul className="agencies-members">
        {shown.map(member => (
          <li key={keyOf(member)}>
            <span className="grow">{member.name}</span>
            <button
              type="button"
              className="icon-button"
              aria-label={words.removeMember(member.name)}
              onClick={() => onChange(value.filter(one => keyOf(one) !== keyOf(member)))}
            >
              <Icon of={IconX} small />
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

const keyOf = ({ issuerId, unitId, seatId }: Member): string => issuerId ?? unitId ?? seatId ?? ''

/** An office with several bodies under its roof (committee, council, service centre) gets one copy; the own office none. */
function oneOfEach(bodies: readonly Addressee[], ownAgency: string | undefined): readonly Addressee[] {
  const byOffice = Map.groupBy(
    bodies.filter(body => body.agencyId !== null && body.agencyId !== ownAgency),
    body => body.agencyId,
  )
  return [...byOffice.values()].map(own => own.find(body => body.kind === 'people-committee') ?? own[0]!)
}
