import IconClock from '@tabler/icons-react/icons/IconClock'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconWifi from '@tabler/icons-react/icons/IconWifi'
import IconWifiOff from '@tabler/icons-react/icons/IconWifiOff'
import { useState } from 'react'
import { useLink } from '#platform/ui/data/client-context.ts'
import { Icon } from '#platform/ui/icons/icon.tsx'
import type { IconShape } from '#platform/ui/icons/icon-shape.ts'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { formatTime } from '#platform/ui/text/format.ts'
import { officeMessages } from '../messages.vi.ts'
import { Brand } from '../shell/brand.tsx'
import { SignInForm } from './sign-in-form.tsx'

const words = officeMessages.signIn

/** The first page: who does not get in finds a hint for the usual trap and whom to call. */
export function SignIn() {
  const [openedAt] = useState(() => new Date())
  const { quality, since } = useLink()
  useTitle(words.title)
  const down = quality === 'offline'
  return (
    <div className="sign-in">
      <main className="card sign-in-card">
        <Brand subtitle={words.subtitle} />
        <h1>{words.title}</h1>
        <SignInForm />
        <p className="meta">{words.forgotten}</p>
      </main>
      <aside className="sign-in-help">
        <h2>{words.help}</h2>
        <p>{words.helpText}</p>
        <ul className="tips">
          <Tip
            icon={down ? IconWifiOff : IconWifi}
            text={down ? words.notRunning : words.running}
            note={words.checkedAt(formatTime(down ? since : openedAt))}
          />
          <Tip icon={IconLock} text={words.keepSecret} note={words.keepSecretWhy} />
          <Tip icon={IconClock} text={words.lifetime} note={words.lifetimeWhy} />
        </ul>
      </aside>
      <footer className="meta sign-in-foot">{officeMessages.footer}</footer>
    </div>
  )
}

function Tip({ icon, text, note }: { icon: IconShape; text: string; note: string }) {
  return (
    <li>
      <Icon of={icon} />
      <span>
        <b>{text}</b>
        <span className="meta">{note}</span>
      </span>
    </li>
  )
}
