import { type ReactNode, useState } from 'react'
import { SeatContext, SessionContext } from '#platform/ui/data/session.ts'
import { HelpProvider } from '#platform/ui/feedback/help.tsx'
import { ToastProvider } from '#platform/ui/feedback/toast.tsx'
import { Section } from '#platform/ui/layout/page.tsx'
import { keyHints } from '../shell/keyboard.ts'
import { KitControls } from './kit-controls.tsx'
import { KitFeedback } from './kit-feedback.tsx'
import { KitForms } from './kit-forms.tsx'
import { KitLists } from './kit-lists.tsx'
import { KitReader } from './kit-reader.tsx'
import { kitSeat, kitSession } from './kit-samples.ts'

/** Everything of the kit on one page, for who builds screens; in development only. */
export default function KitPage() {
  return (
    <Surroundings>
      <Choice />
    </Surroundings>
  )
}

function Choice() {
  const [shown, setShown] = useState(window.location.hash === '#reader' ? 'reader' : 'parts')
  if (shown === 'reader') return <KitReader />
  return (
    <main className="page stack">
      <h1>Bộ giao diện Xã Số</h1>
      <button type="button" className="button" onClick={() => setShown('reader')}>
        Xem khung đọc văn bản
      </button>
      <Section title="Trạng thái và nút">
        <KitControls />
      </Section>
      <Section title="Danh sách">
        <KitLists />
      </Section>
      <Section title="Biểu mẫu">
        <KitForms />
      </Section>
      <Section title="Phản hồi">
        <KitFeedback />
      </Section>
    </main>
  )
}

function Surroundings({ children }: { children: ReactNode }) {
  return (
    <SessionContext value={kitSession}>
      <SeatContext value={kitSeat}>
        <ToastProvider>
          <HelpProvider keys={keyHints} singleKeys>
            {children}
          </HelpProvider>
        </ToastProvider>
      </SeatContext>
    </SessionContext>
  )
}
