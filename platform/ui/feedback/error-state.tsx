import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconRefresh from '@tabler/icons-react/icons/IconRefresh'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import type { Problem } from '../data/problem.ts'
import { Icon } from '../icons/icon.tsx'
import { actLabels } from '../text/act-labels.ts'
import { formatMoment } from '../text/format.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { useInSight } from './use-in-sight.ts'

type ErrorStateProps = {
  problem: Problem
  /** Repeats what failed. */
  onAgain?: (() => void) | undefined
  /** What else can be done: "Thoát, giữ nháp". */
  actions?: ReactNode
  /** After a failed write: says that nothing typed was lost. */
  kept?: boolean | undefined
}

/** What happened, that nothing was lost, what to do, and the code for support, in place of what could not be shown. */
export function ErrorState({ problem, onAgain, actions, kept = false }: ErrorStateProps) {
  return (
    <div className="error-state" role="alert">
      <div className="error-head">
        <Icon of={IconAlertTriangle} />
        <p className="error-title">{problem.title}</p>
      </div>
      <p>
        {problem.detail} {kept && kitMessages.error.kept}
      </p>
      <div className="state-actions">
        {onAgain && (
          <Button look="primary" icon={IconRefresh} onClick={onAgain}>
            {problem.mayPass && kept ? actLabels['send-again'] : actLabels.reload}
          </Button>
        )}
        {actions}
      </div>
      <ProblemCode problem={problem} />
    </div>
  )
}

/** The same beside the act that was refused. */
export function ProblemNote({ problem, onAgain }: { problem: Problem; onAgain?: (() => void) | undefined }) {
  const shown = useInSight<HTMLDivElement>(problem)
  return (
    <div className="note tone-red" role="alert" ref={shown}>
      <Icon of={IconAlertTriangle} />
      <div>
        <b>{problem.title}</b> {problem.detail}
        {problem.mayPass && ` ${kitMessages.error.kept}`}
        <ProblemCode problem={problem} />
        {onAgain && problem.mayPass && (
          <div className="state-actions">
            <Button small icon={IconRefresh} onClick={onAgain}>
              {actLabels['send-again']}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** Refusals that say themselves what is to be done need no support, hence no code. */
const selfExplaining: readonly number[] = [401, 403, 409, 413, 415, 422, 429]

function ProblemCode({ problem }: { problem: Problem }) {
  if (selfExplaining.includes(problem.status)) return null
  return <p className="meta">{kitMessages.error.code(problem.code, problem.instance, formatMoment(problem.at))}</p>
}
