import { type ReactNode, useState } from 'react'
import { buttonClass } from '#platform/ui/actions/button.tsx'
import { Note } from '#platform/ui/feedback/note.tsx'
import { useTitle } from '#platform/ui/screens/use-address.ts'
import { officeMessages } from '../messages.vi.ts'
import { Brand } from '../shell/brand.tsx'
import { installationWords } from './messages.vi.ts'

type LinkPageProps = {
  words: {
    readonly title: string
    readonly why: string
    readonly noTokenWhy: string
    readonly done: string
    readonly doneWhy: string
    readonly steps: string
  }
  steps: readonly string[]
  children: (token: string, onDone: () => void) => ReactNode
}

/** For who holds a link that was printed once. Its token stands behind the #, which browsers send to no server. */
export function LinkPage({ words, steps, children }: LinkPageProps) {
  const [token] = useState(() => window.location.hash.slice(1))
  const [done, setDone] = useState(false)
  useTitle(words.title)
  return (
    <div className="sign-in">
      <main className="card sign-in-card">
        <Brand subtitle={officeMessages.signIn.subtitle} />
        <h1>{done ? words.done : words.title}</h1>
        {done ? (
          <>
            <p className="secondary">{words.doneWhy}</p>
            <a className={buttonClass({ look: 'primary' }, 'full-width')} href="/">
              {installationWords.signIn}
            </a>
          </>
        ) : token === '' ? (
          <Note tone="amber">
            <b>{installationWords.noToken}.</b> {words.noTokenWhy}
          </Note>
        ) : (
          <>
            <p className="secondary">{words.why}</p>
            {children(token, () => setDone(true))}
          </>
        )}
      </main>
      <aside className="sign-in-help">
        <h2>{words.steps}</h2>
        <ol className="help-steps">
          {steps.map(step => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </aside>
    </div>
  )
}
