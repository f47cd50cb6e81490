import IconBriefcase from '@tabler/icons-react/icons/IconBriefcase'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconUser from '@tabler/icons-react/icons/IconUser'
import { useId, useSyncExternalStore } from 'react'
import { Menu } from '#platform/ui/actions/menu.tsx'
import { useData } from '#platform/ui/data/client-context.ts'
import { useMaybeSeat, useSession } from '#platform/ui/data/session.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import { SeatLink } from '#platform/ui/screens/seat-link.tsx'
import { initialsOf, spokenTitle } from '#platform/ui/text/format.ts'
import { officeMessages } from '../messages.vi.ts'
import { setTextSize, textSize, textSizes } from '../preferences.ts'
import { useSessionStore } from '../session/office-session.ts'

const words = officeMessages.menu

/** Who I am and in which seat; the other seats, the size of letters, the account, signing out. */
export function PersonMenu() {
  const { person, installationAdministrator } = useSession()
  const seat = useMaybeSeat()
  const withoutSeat = installationAdministrator ? words.installation : officeMessages.seats.none
  const title = seat ? spokenTitle(seat.title) : withoutSeat
  return (
    <div className="person-menu">
      <Menu
        className="who"
        label={
          <>
            <span className="avatar" aria-hidden="true">
              {initialsOf(person.fullName)}
            </span>
            <span className="visually-hidden">{words.person(person.fullName, title)}</span>
            <span aria-hidden="true">
              <b>{person.fullName}</b>
              <span>{title}</span>
            </span>
          </>
        }
      >
        <PersonMenuItems />
      </Menu>
    </div>
  )
}

/** The same lines inside the menu of the person and, on a phone, below the menu of screens. */
export function PersonMenuItems() {
  const { seats } = useSession()
  const seat = useMaybeSeat()
  const { client } = useData()
  const store = useSessionStore()
  const size = useSyncExternalStore(textSize.subscribe, textSize.get)
  const sizeLabel = useId()
  return (
    <>
      {seats.length > 1 && (
        <>
          <p className="menu-heading">{officeMessages.account.seats}</p>
          {seats.map(other => (
            <SeatLink key={other.id} to="" seat={other.id} aria-current={other.id === seat?.id ? 'true' : undefined}>
              <Icon of={IconBriefcase} />
              <span>
                {officeMessages.seats.of(spokenTitle(other.title), other.unitName)}
                <span className="meta menu-note">{other.agencyName}</span>
              </span>
            </SeatLink>
          ))}
          <hr />
        </>
      )}
      <p className="menu-heading" id={sizeLabel}>
        {words.textSize}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a menu's line. */}
      <div className="size-choice" role="group" aria-labelledby={sizeLabel}>
        {textSizes.map(one => (
          <button key={one} type="button" aria-pressed={one === size} onClick={() => setTextSize(one)}>
            {words.textSizes[one]}
          </button>
        ))}
      </div>
      <hr />
      <SeatLink to="account">
        <Icon of={IconUser} />
        {words.account}
      </SeatLink>
      <button type="button" onClick={() => void store.signOut(client)}>
        <Icon of={IconLogout} />
        {words.signOut}
      </button>
    </>
  )
}
