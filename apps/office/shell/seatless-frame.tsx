import { useSession } from '#platform/ui/data/session.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { ToastProvider } from '#platform/ui/feedback/toast.tsx'
import Account from '../account/account.tsx'
import { officeMessages } from '../messages.vi.ts'
import { BrandWords } from './brand.tsx'
import { PersonMenu } from './person-menu.tsx'

/** For who has no seat (a new colleague, who runs the installation): the account, and what to do. */
export default function SeatlessFrame() {
  const { seats } = useSession()
  return (
    <ToastProvider>
      <div className="app app-wide">
        <header className="app-top top-bar">
          <a className="brand" href="/">
            <BrandWords subtitle={officeMessages.signIn.subtitle} />
          </a>
          <div className="top-bar-end">
            <PersonMenu />
          </div>
        </header>
        <main className="app-main" id="content" tabIndex={-1}>
          {seats.length === 0 && (
            <div className="page">
              <Note tone="amber">
                <b>{officeMessages.seats.none}.</b> {officeMessages.seats.noneWhy}
              </Note>
            </div>
          )}
          <Account />
        </main>
      </div>
    </ToastProvider>
  )
}
