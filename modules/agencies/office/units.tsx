import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconSitemap from '@tabler/icons-react/icons/IconSitemap'
import { useState } from 'react'
import type { z } from '#lib/schemas/index.ts'
import { Button, LinkButton } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { EmptyState } from '#platform/ui/feedback/empty-state.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { useHelp } from '#platform/ui/feedback/help.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { Tree, type TreeNode } from '#platform/ui/history/tree.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { dayOf, formatDay } from '#platform/ui/text/format.ts'
import type { UnitList, Unit as UnitSchema } from '../contract.ts'
import { agencyMessages } from './messages.vi.ts'
import { UnitForm } from './unit-form.tsx'
import './office.css'

export type Unit = z.infer<typeof UnitSchema>
const words = agencyMessages.units

/** The tree of the office's units; closed ones stay readable under their names. */
export default function Units() {
  const units = useResource<z.infer<typeof UnitList>>('/units')
  const [opened, setOpened] = useState<{ readonly unit: Unit | undefined }>()
  const today = dayOf(new Date())
  const isClosed = (unit: Unit) => unit.validTo !== null && unit.validTo <= today
  const items = units.data?.items ?? []
  useTitle(words.title)
  useHelp(words.help)
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      actions={
        <>
          <LinkButton to="administration" icon={IconArrowLeft}>
            {agencyMessages.back.administration}
          </LinkButton>
          <Button look="primary" icon={IconPlus} onClick={() => setOpened({ unit: undefined })}>
            {words.add}
          </Button>
        </>
      }
    >
      <ResourceView resource={units}>
        {({ items: all }) => {
          const open = all.filter(unit => !isClosed(unit))
          const closed = all.filter(isClosed)
          if (all.length === 0)
            return (
              <EmptyState icon={IconSitemap} title={words.none}>
                {words.noneWhy}
              </EmptyState>
            )
          return (
            <>
              <div className="agencies-tree">
                <Tree label={words.tree} nodes={nodesBelow(open, null, unit => setOpened({ unit }))} />
              </div>
              {closed.length > 0 && (
                <Section title={words.closed}>
                  <ul className="admin-list">
                    {closed.map(unit => (
                      <ClosedUnit key={unit.id} unit={unit} />
                    ))}
                  </ul>
                </Section>
              )}
            </>
          )
        }}
      </ResourceView>
      {opened && <UnitForm unit={opened.unit} units={items} onClose={() => setOpened(undefined)} />}
    </Page>
  )
}

/** Closed by mistake it is opened again, as long as the unit above it is open. */
function ClosedUnit({ unit }: { unit: Unit }) {
  const reopen = useSend({ title: words.reopen, changes: ['/units'] })
  const toast = useToast()
  async function open() {
    if (await reopen.send(`/units/${unit.id}`, { validTo: null }, { method: 'PUT' }))
      toast({ text: words.reopened(unit.name) })
  }
  return (
    <li>
      <div>
        {unit.name} <span className="meta">{words.closedOn(formatDay(unit.validTo!))}</span>
        {reopen.problem && <ProblemNote problem={reopen.problem} onAgain={reopen.again} />}
      </div>
      <Button small busy={reopen.sending} aria-label={words.reopenNamed(unit.name)} onClick={open}>
        {words.reopen}
      </Button>
    </li>
  )
}

function nodesBelow(units: readonly Unit[], parentId: string | null, onEdit: (unit: Unit) => void): TreeNode[] {
  const ids = new Set(units.map(unit => unit.id))
  // A unit whose parent was closed stands at the top rather than nowhere.
  const isBelow = (unit: Unit) =>
    parentId === null ? unit.parentId === null || !ids.has(unit.parentId) : unit.parentId === parentId
  return units.filter(isBelow).map(unit => ({
    id: unit.id,
    name: (
      <>
        <b>{unit.name}</b>
        <span className="meta agencies-note">
          {[unit.abbreviation, words.kinds[unit.kind], words.seats(unit.seatCount)].join(' · ')}
        </span>
        {!unit.hasHead && <span className="agencies-note agencies-no-head">{words.noHead}</span>}
      </>
    ),
    end: (
      <Button small look="plain" aria-label={words.editNamed(unit.name)} onClick={() => onEdit(unit)}>
        {words.change}
      </Button>
    ),
    below: nodesBelow(units, unit.id, onEdit),
  }))
}
