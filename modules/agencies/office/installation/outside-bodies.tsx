import IconBuilding from '@tabler/icons-react/icons/IconBuilding'
import { useState } from 'react'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useList } from '#platform/ui/data/use-resource.ts'
import { AdminList } from '#platform/ui/layout/admin-list.tsx'
import { useAddressSearch } from '#platform/ui/screens/use-address.ts'
import { formatDay } from '#platform/ui/text/format.ts'
import type { OutsideBody } from '../../contract.ts'
import { SearchField } from '../search-field.tsx'
import { IdentifierForm } from './identifier-form.tsx'
import { installationMessages } from './messages.vi.ts'
import { AddBodyForm, CloseBodyForm } from './outside-body-forms.tsx'
import { outsideMessages as words } from './outside-messages.vi.ts'
import { RenameForm } from './rename-form.tsx'
import '../office.css'

type BodyAct = 'rename' | 'identify' | 'close'
type Opened = { readonly act: 'add' } | { readonly act: BodyAct; readonly body: OutsideBody }

/** Who is written to and does not work on this installation: kept once for every office. */
export default function OutsideBodies() {
  const [search, setSearch] = useAddressSearch()
  const [opened, setOpened] = useState<Opened>()
  const list = useList<OutsideBody>('/installation/outside-bodies', { query: { q: search.q }, limit: 50 })
  const close = () => setOpened(undefined)
  return (
    <>
      <AdminList
        words={words}
        icon={IconBuilding}
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
          </div>
        }
        line={body => <BodyLine key={body.id} body={body} onAct={act => setOpened({ act, body })} />}
      />
      {opened?.act === 'add' && <AddBodyForm onClose={close} />}
      {opened?.act === 'rename' && <RenameForm path={pathOf(opened.body)} issuer={opened.body} onClose={close} />}
      {opened?.act === 'identify' && <IdentifierForm path={pathOf(opened.body)} issuer={opened.body} onClose={close} />}
      {opened?.act === 'close' && <CloseBodyForm body={opened.body} onClose={close} />}
    </>
  )
}

const pathOf = (body: OutsideBody) => `/installation/outside-bodies/${body.id}`

function BodyLine({ body, onAct }: { body: OutsideBody; onAct: (act: BodyAct) => void }) {
  const { name, kind, abbreviation, identifier, superior, closedOn } = body
  const { kinds } = installationMessages.form
  const facts = [
    kinds[kind],
    installationMessages.agency.abbreviation(abbreviation),
    identifier ? installationMessages.agency.identifier(identifier) : words.noIdentifier,
    superior && words.superior(superior),
    closedOn && words.closed(formatDay(closedOn)),
  ]
  return (
    <li>
      <div>
        <b>{name}</b>
        <p className="small secondary">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      {closedOn === null && (
        <Menu
          label={
            <>
              {words.acts}
              <span className="visually-hidden">: {words.actsOf(name)}</span>
            </>
          }
        >
          {(['rename', 'identify', 'close'] as const).map(act => (
            <button
              key={act}
              type="button"
              className={act === 'close' ? 'danger' : undefined}
              onClick={() => onAct(act)}
            >
              {words[act]}
            </button>
          ))}
        </Menu>
      )}
    </li>
  )
}
