import type { ErrorComponentProps } from '@tanstack/react-router'
import { Problem } from '#platform/ui/data/problem.ts'
import { ErrorState } from '#platform/ui/feedback/error-state.tsx'
import { kitMessages } from '#platform/ui/text/messages.vi.ts'

const words = kitMessages.error

/** A screen that could not be shown: its code was not reached, a newer version is there, or it failed by itself. */
export function ScreenError({ error }: ErrorComponentProps) {
  return (
    <div className="page">
      <ErrorState problem={problemOfScreen(error)} onAgain={() => window.location.reload()} />
    </div>
  )
}

function problemOfScreen(error: unknown): Problem {
  if (error instanceof Problem) return error
  const message = error instanceof Error ? error.message : String(error)
  // What browsers say when a file of a screen is not there (any more) or the line is down.
  const notFetched = /dynamically imported module|importing a module script|preload/i.test(message)
  const [code, title, detail] = !notFetched
    ? ['screen-failed', words.screenTitle, words.screenDetail]
    : navigator.onLine
      ? ['new-version', words.newVersion, words.newVersionDetail]
      : ['link', words.offlineTitle, words.offlineDetail]
  return new Problem('answer', { type: `urn:xaso:problem:${code}`, status: 0, code, title, detail })
}
