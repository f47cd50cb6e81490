import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useSession } from '#platform/ui/data/session.ts'
import { LinkStrips } from '#platform/ui/feedback/link-strips.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ToastProvider } from '#platform/ui/feedback/toast.tsx'
import { Tabs } from '#platform/ui/layout/tabs.tsx'
import Account from '../account/account.tsx'
import { installationWords } from '../installation/messages.vi.ts'
import { officeMessages } from '../messages.vi.ts'
import { BrandWords } from './brand.tsx'
import { PersonMenu } from './person-menu.tsx'

/** The frame of what stands outside a seat: the own account, and the installation for who runs it. */
export function SeatlessPage({ children }: { children: ReactNode }) {
  const { installationAdministrator, demonstration } = useSession()
  return (
    <ToastProvider>
      <div className="app app-wide">
        <header className="app-top">
          {demonstration && <p className="strip strip-demo">{officeMessages.demoBanner}</p>}
          <div className="top-bar top-bar-alone">
            <a className="brand" href="/">
              <BrandWords subtitle={officeMessages.signIn.subtitle} />
            </a>
            {installationAdministrator && <InstallationMenu />}
            <div className="top-bar-end">
              <PersonMenu />
            </div>
          </div>
          <LinkStrips />
        </header>
        <main className="app-main" id="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </ToastProvider>
  )
}

/** The screens of the installation; what lies under no other is of its offices. */
function InstallationMenu() {
  const { pathname } = useLocation()
  const apart = ['outside-bodies', 'calendar'] as const
  const here = apart.find(path => pathname.startsWith(`/installation/${path}`))
  const ofOffices = { label: installationWords.agencies, to: 'installation' }
  return (
    <Tabs
      className="seatless-menu"
      label={installationWords.menu}
      tabs={[
        { ...ofOffices, current: !here && pathname.startsWith('/installation') },
        ...apart.map(path => ({
          label: installationWords[path],
          to: `installation/${path}`,
          current: here === path,
        })),
      ]}
    />
  )
}

/** For who has no seat (a new colleague): the account, and what to do. */
export default function SeatlessFrame() {
  const { seats, installationAdministrator } = useSession()
  return (
    <SeatlessPage>
      {seats.length === 0 && !installationAdministrator && (
        <div className="page">
          <Note tone="amber">
            <b>{officeMessages.seats.none}.</b> {officeMessages.seats.noneWhy}
          </Note>
        </div>
      )}
      <Account />
    </SeatlessPage>
  )
}
