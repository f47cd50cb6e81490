import { useSyncExternalStore } from 'react'
import { Button } from '#platform/ui/actions/button.tsx'
import { useMaybeSeat, useSession } from '#platform/ui/data/session.ts'
import type { Page as ListPage } from '#platform/ui/data/use-resource.ts'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { useSend } from '#platform/ui/data/use-send.ts'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import { ResourceView } from '#platform/ui/feedback/resource-view.tsx'
import { useToast } from '#platform/ui/feedback/toast.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { Page, Section } from '#platform/ui/layout/page.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { formatMoment, spokenTitle } from '#platform/ui/text/format.ts'
import { officeMessages } from '../messages.vi.ts'
import { setSingleKeys, singleKeys } from '../preferences.ts'
import { PasswordForm } from '../session/password-form.tsx'
import { deviceName } from './device-name.ts'

const words = officeMessages.account

/** One's own account: seats, where one is signed in, password, and how the app behaves on this machine. */
export default function Account() {
  const { person } = useSession()
  const toast = useToast()
  const singles = useSyncExternalStore(singleKeys.subscribe, singleKeys.get)
  useTitle(words.title)
  return (
    <Page title={words.title} purpose={`${person.fullName}. ${words.purpose}`}>
      <div className="account">
        <Seats />
        <OpenSessions />
        <Section title={words.changePassword}>
          <PasswordForm onDone={() => toast({ text: officeMessages.password.done })} />
        </Section>
        <Section title={words.display}>
          <CheckField label={words.singleKeys} note={words.singleKeysNote} checked={singles} onChange={setSingleKeys} />
        </Section>
      </div>
    </Page>
  )
}

function Seats() {
  const { seats } = useSession()
  const here = useMaybeSeat()
  if (seats.length === 0) return null
  return (
    <Section title={words.seats}>
      <ul className="rows">
        {seats.map(seat => (
          <li key={seat.id}>
            <div>
              <b>{officeMessages.seats.of(spokenTitle(seat.title), seat.unitName)}</b>
              <div className="meta">{seat.agencyName}</div>
            </div>
            {seat.id === here?.id ? (
              <span className="meta">{officeMessages.seats.current}</span>
            ) : (
              <SeatLink to="" seat={seat.id}>
                {words.openSeat}
              </SeatLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type OpenSession = { id: string; createdAt: string; seenAt: string; network: string; device: string; current: boolean }

function OpenSessions() {
  const sessions = useResource<ListPage<OpenSession>>('/sessions')
  const end = useSend({ title: words.ending, changes: ['/sessions'] })
  const toast = useToast()

  async function endSession(id: string) {
    const sent = await end.send(`/sessions/${id}`, undefined, { method: 'DELETE' })
    if (sent) toast({ text: words.ended })
  }
  return (
    <Section title={words.sessions}>
      <p className="secondary">{words.sessionsWhy}</p>
      {end.problem && <ProblemNote problem={end.problem} onAgain={end.again} />}
      <ResourceView resource={sessions}>
        {page => (
          <ul className="rows">
            {page.items.map(session => {
              const device = deviceName(session.device) ?? words.unknownDevice
              return (
                <li key={session.id}>
                  <div>
                    <b>{device}</b>
                    <div className="row-facts">
                      <span>{words.since(formatMoment(session.createdAt))}</span>
                      <span>{words.seen(formatMoment(session.seenAt))}</span>
                      <span>{words.from(session.network)}</span>
                    </div>
                  </div>
                  {session.current ? (
                    <span className="meta">{words.thisSession}</span>
                  ) : (
                    <Button
                      small
                      look="danger"
                      aria-label={words.endNamed(device)}
                      onClick={() => endSession(session.id)}
                    >
                      {words.end}
                    </Button>
                  )}
                </li>
              )
            })}
          </ul>
        )}
      </ResourceView>
    </Section>
  )
}
