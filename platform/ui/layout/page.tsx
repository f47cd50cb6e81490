import IconHelp from '@tabler/icons-react/icons/IconHelp'
import type { ReactNode } from 'react'
import { Button } from '../actions/button.tsx'
import { useHelpDrawer } from '../feedback/help-context.ts'
import { actLabels } from '../text/act-labels.ts'

type PageProps = {
  title: string
  /** One sentence that says what this screen is for, or what waits on it. */
  purpose?: ReactNode
  /** At most two buttons, the primary last; "Hướng dẫn" stands before them when the screen has help. */
  actions?: ReactNode
  children: ReactNode
}

/** A screen with its head: title, purpose, help, acts. */
export function Page({ title, purpose, actions, children }: PageProps) {
  const help = useHelpDrawer()
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {purpose && <p>{purpose}</p>}
        </div>
        <div className="page-actions">
          {help?.offered && (
            <Button className="page-help" icon={IconHelp} onClick={help.open}>
              {actLabels.help}
            </Button>
          )}
          {actions}
        </div>
      </div>
      {children}
    </div>
  )
}

/** Work on the left, what accompanies it in a narrow column on the right (`wide` for a drill-down), where there is any. */
export function Split({ children, aside, wide = false }: { children: ReactNode; aside: ReactNode; wide?: boolean }) {
  if (!aside) return <>{children}</>
  return (
    <div className={wide ? 'split split-wide' : 'split'}>
      <div>{children}</div>
      <aside>{aside}</aside>
    </div>
  )
}

type SectionProps = { title: string; count?: number | undefined; late?: boolean | undefined; children: ReactNode }

/** A titled part of a page with its count; late work has its title in red. */
export function Section({ title, count, late = false, children }: SectionProps) {
  return (
    <section aria-label={title}>
      <h2 className={late ? 'section-title text-red' : 'section-title'}>
        {title} {count !== undefined && <span className="count">{count > 99 ? '99+' : count}</span>}
      </h2>
      {children}
    </section>
  )
}

/** Facts as label and value, in the order given; empty ones are left out. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  const known = facts.filter(([, value]) => value !== undefined && value !== null && value !== '')
  return (
    <dl className="facts">
      {known.map(([label, value]) => (
        <FactPair key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function FactPair({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}
