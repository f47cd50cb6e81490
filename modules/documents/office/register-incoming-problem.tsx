import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import { useEffect, useState } from 'react'
import { LinkButton } from '#platform/ui/actions/button.tsx'
import type { Problem } from '#platform/ui/data/problem.ts'
import type { Sender } from '#platform/ui/data/use-send.ts'
import { ConflictNotice } from '#platform/ui/feedback/conflict-notice.tsx'
import { ProblemNote } from '#platform/ui/feedback/error-state.tsx'
import type { Duplicate } from './register-incoming-duplicate.tsx'
import { registerMessages } from './register-incoming-messages.vi.ts'

/** What the server asks for before it registers: the year, or why a document is entered that is there already. */
export function useRefusal(problem: Problem | undefined): { duplicate: Duplicate | null; years: readonly string[] } {
  const [years, setYears] = useState<readonly string[]>([])
  const [duplicate, setDuplicate] = useState<Duplicate | null>(null)
  useEffect(() => {
    if (!problem) return
    const { periods } = problem.subject
    if (problem.code === 'documents.YearToChoose' && Array.isArray(periods)) setYears(periods.map(String))
    setDuplicate(isDuplicate(problem) ? (problem.subject as Duplicate) : null)
  }, [problem])
  return { duplicate, years }
}

/** Refusals that a field of the form answers say so once, above it; the others as everywhere. */
export function RegisterProblem({ sender }: { sender: Sender<unknown> }) {
  const { problem } = sender
  if (!problem) return null
  if (withoutBook.includes(problem.code))
    return (
      <>
        <ProblemNote problem={problem} />
        <LinkButton to="administration/registers" icon={IconBook2}>
          {registerMessages.beginBook}
        </LinkButton>
      </>
    )
  const answeredInForm = isDuplicate(problem) || problem.code === 'documents.YearToChoose'
  if (problem.status === 409 && !answeredInForm)
    return <ConflictNotice problem={problem} onReload={sender.clearProblem} />
  return <ProblemNote problem={problem} onAgain={sender.again} />
}

/** The clerk herself begins the book; what she typed is there when she comes back. */
const withoutBook: readonly string[] = ['documents.NoRegister', 'numbering.SeriesNotOpened']

const isDuplicate = ({ code, subject }: Problem): boolean =>
  (code === 'documents.DuplicateOfRegistered' || code === 'documents.DuplicateOfArrived') &&
  typeof subject.id === 'string'
