import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import type { Problem } from '../data/problem.ts'
import { actLabelOf } from '../text/act-labels.ts'
import { kitMessages } from '../text/messages.vi.ts'
import { useInSight } from './use-in-sight.ts'

type ConflictNoticeProps = {
  /** A problem of status 409. */
  problem: Problem
  onReload: () => void
  /** Makes the buttons of the acts that are allowed now; words only when absent. */
  onAct?: ((act: string) => void) | undefined
  children?: ReactNode
}

/** Somebody else was quicker: who changed what, that one's own text is kept, and what can be done now. */
export function ConflictNotice({ problem, onReload, onAct, children }: ConflictNoticeProps) {
  const words = kitMessages.conflict
  const shown = useInSight<HTMLDivElement>(problem)
  const allowed = (problem.allowed ?? []).filter(act => actLabelOf(act) !== undefined)
  return (
    <div className="conflict" role="alert" ref={shown}>
      <p className="conflict-title">{problem.title}</p>
      <p>
        {problem.detail} {words.kept}
      </p>
      {children}
      {problem.allowed && (
        <p>
          {allowed.length === 0
            ? kitMessages.error.nothingAllowed
            : `${kitMessages.error.allowedNow} ${onAct ? '' : allowed.map(act => actLabelOf(act)).join(', ')}`}
        </p>
      )}
      <div className="state-actions">
        {onAct &&
          allowed.map(act => (
            <Button key={act} small onClick={() => onAct(act)}>
              {actLabelOf(act)}
            </Button>
          ))}
        <Button small onClick={onReload}>
          {words.reload}
        </Button>
      </div>
    </div>
  )
}
