import IconX from '@tabler/icons-react/icons/IconX'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Addressee, Party } from '#modules/agencies/contract.ts'
import type { RecentRecipient } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useFind } from '#platform/ui/data/use-find.ts'
import { type Page, useWhole } from '#platform/ui/data/use-resource.ts'
import { MultiPicker } from '#platform/ui/forms/multi-picker.tsx'
import { matchesSearch } from '#platform/ui/forms/search-text.ts'
import type { GroupedOption } from '#platform/ui/forms/use-options.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { draftMessages as words } from './draft-messages.vi.ts'
import { GroupDialog } from './group-dialog.tsx'
import { OutsiderForm } from './outsider-form.tsx'
import { type Group, keyOf, ofAddressee, ofParty, ofRecent, type RecipientDraft, withAdded } from './recipient-draft.ts'
import './recipients-field.css'

type Found = GroupedOption & { readonly recipient?: RecipientDraft; readonly group?: Group }
type RecipientsFieldProps = {
  value: readonly RecipientDraft[]
  onChange: (recipients: readonly RecipientDraft[]) => void
}

/** Nơi nhận: one box finds bodies, own units and people, and saved groups; who is in none of them is written in. */
export function RecipientsField({ value, onChange }: RecipientsFieldProps) {
  const [group, setGroup] = useState<Group>()
  const [writing, setWriting] = useState(false)
  const find = useRecipientFinder(value)
  const change = (id: string, changes: Partial<RecipientDraft>) =>
    onChange(value.map(one => (one.id === id ? { ...one, ...changes } : one)))

  return (
    <div className="recipients-field">
      <MultiPicker<Found>
        label={words.recipients}
        hint={words.recipientsHint}
        name="recipients"
        placeholder={words.recipientsPlaceholder}
        value={[]}
        find={find}
        onChange={chosen => {
          const found = chosen.at(-1)
          if (found?.group) setGroup(found.group)
          else if (found?.recipient) onChange(withAdded(value, [found.recipient]))
        }}
      />
      {value.length === 0 ? (
        <p className="meta">{words.noRecipients}</p>
      ) : (
        <ul className="recipients-field-list">
          {value.map(one => (
            <RecipientLine
              key={one.id}
              recipient={one}
              onChange={changes => change(one.id, changes)}
              onRemove={() => onChange(value.filter(other => other.id !== one.id))}
            />
          ))}
        </ul>
      )}
      {value.length > 3 && <p className="meta">{words.recipientCount(value.length)}</p>}
      {writing ? (
        <OutsiderForm
          onAdd={one => {
            onChange(withAdded(value, [one]))
            setWriting(false)
          }}
          onClose={() => setWriting(false)}
        />
      ) : (
        <Button small look="plain" onClick={() => setWriting(true)}>
          {words.addOutsider}
        </Button>
      )}
      {group && (
        <GroupDialog
          group={group}
          onAdd={members => {
            onChange(withAdded(value, members))
            setGroup(undefined)
          }}
          onClose={() => setGroup(undefined)}
        />
      )}
    </div>
  )
}

/**
 * Groups first, then the own house, then all bodies of the country; before anything is typed, whom the seat wrote to last.
 * Who is chosen already is left out.
 */
function useRecipientFinder(value: readonly RecipientDraft[]) {
  const groups = useWhole<Page<Group>>('/recipient-groups')
  const findRecent = useFind('/recipients/recent', asRecentOption)
  const findAddressee = useFind('/agencies', (one: Addressee) => ({ ...one, id: one.issuerId }))
  const findParty = useFind('/parties', (one: Party) => one, { limit: 8 })
  const latest = useRef({ groups: groups.data?.items ?? [], value })
  useEffect(() => {
    latest.current = { groups: groups.data?.items ?? [], value }
  })
  return useCallback(
    async (query: string, signal: AbortSignal): Promise<readonly Found[]> => {
      const untyped = query.trim() === ''
      const [recent, addressees, parties] = await Promise.all([
        untyped ? findRecent('', signal) : [],
        findAddressee(query, signal),
        findParty(query, signal),
      ])
      const taken = new Set(latest.current.value.map(keyOf))
      const notTaken = ({ recipient }: { recipient: RecipientDraft }) => {
        const key = keyOf(recipient)
        return !taken.has(key) && taken.add(key)
      }
      const under = (heading: string) => (untyped ? { heading } : {})
      const fitting = latest.current.groups.filter(group => matchesSearch(group.name, query))
      const recipients = [
        ...parties.map(one => ({ recipient: ofParty(one), note: one.detail || words.unitNote })),
        ...addressees
          .filter(one => one.closedOn === null)
          .map(one => ({ recipient: ofAddressee(one), note: noteOf(one) })),
      ]
      return [
        ...recent.filter(notTaken),
        ...fitting.map(group => ({
          ...{ id: group.id, name: group.name, note: words.groupNote(group.members.length), group },
          ...under(words.finder.groups),
        })),
        ...recipients.filter(notTaken).map(({ recipient, note }) => ({
          ...{ id: recipient.refId, name: recipient.name, note, recipient },
          ...under(words.finder.all),
        })),
      ]
    },
    [findRecent, findAddressee, findParty],
  )
}

function asRecentOption(one: RecentRecipient) {
  const recipient = ofRecent(one)
  const note = [one.detail, recipient.inside ? '' : words.outsideNote].filter(Boolean).join(', ')
  return { id: keyOf(recipient), name: one.name, note, recipient, heading: words.finder.recent }
}

const noteOf = ({ parentName, identifier, agencyId }: Addressee): string =>
  [parentName, identifier, agencyId ? '' : words.outsideNote].filter(Boolean).join(', ')

type RecipientLineProps = {
  recipient: RecipientDraft
  onChange: (changes: Partial<RecipientDraft>) => void
  onRemove: () => void
}

function RecipientLine({ recipient, onChange, onRemove }: RecipientLineProps) {
  const { name, note, address, inside, carrier, purpose } = recipient
  return (
    <li>
      <span className="recipients-field-name">
        {name}
        {(note || address) && <span className="meta">{[note, address].filter(Boolean).join(', ')}</span>}
      </span>
      <select
        className="input"
        aria-label={words.purposeOf(name)}
        value={purpose}
        onChange={event => onChange({ purpose: event.target.value as RecipientDraft['purpose'] })}
      >
        {(['act', 'report', 'inform', 'keep'] as const).map(one => (
          <option key={one} value={one}>
            {words.purposes[one]}
          </option>
        ))}
      </select>
      {inside ? (
        <span className="meta recipients-field-carrier">{words.carriers.system}</span>
      ) : (
        <select
          className="input"
          aria-label={words.carrierOf(name)}
          value={carrier}
          onChange={event => onChange({ carrier: event.target.value as RecipientDraft['carrier'] })}
        >
          {(['paper', 'mail'] as const).map(one => (
            <option key={one} value={one}>
              {words.carriers[one]}
            </option>
          ))}
        </select>
      )}
      <button type="button" className="icon-button" aria-label={words.remove(name)} onClick={onRemove}>
        <Icon of={IconX} small />
      </button>
    </li>
  )
}
