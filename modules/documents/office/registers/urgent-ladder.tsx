import { useState } from 'react'
import type { UrgentLadder } from '#modules/documents/contract.ts'
import { Button } from '#platform/ui/actions/button.tsx'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { UrgentLadderForm } from './urgent-ladder-form.tsx'
import { ladderMessages as words } from './urgent-ladder-messages.vi.ts'

/** Who is told when nobody opens an urgent arrival, and after how long: laid down by the office, with a usual one. */
export function UrgentLadderSection() {
  const ladder = useResource<UrgentLadder>('/documents/urgent-ladder')
  const [changing, setChanging] = useState(false)
  return (
    <Section title={words.title}>
      <p className="small secondary">{words.why}</p>
      <ResourceView resource={ladder}>
        {({ rungs, usual }) => (
          <>
            <ul className="administer-list">
              {rungs.map(({ minutes, roles }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a rung is told apart by its place alone.
                <li key={at}>
                  <div>
                    <b>{words.rung(at + 1, minutes)}</b>
                    <p className="small secondary">{words.tells(roles.map(role => words.roles[role]).join(', '))}</p>
                  </div>
                </li>
              ))}
            </ul>
            {usual && <p className="meta">{words.usual}</p>}
            <Button aria-label={words.changeNamed} onClick={() => setChanging(true)}>
              {words.change}
            </Button>
            {changing && <UrgentLadderForm rungs={rungs} onClose={() => setChanging(false)} />}
          </>
        )}
      </ResourceView>
    </Section>
  )
}
