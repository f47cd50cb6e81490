import IconArrowLeft from '@tabler/icons-react/icons/IconArrowLeft'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import IconChevronLeft from '@tabler/icons-react/icons/IconChevronLeft'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { LinkButton } from '../actions/button.tsx'
import { Icon } from '../icons/icon.tsx'
import type { IconShape } from '../icons/icon-shape.ts'
import type { Tone } from '../states/state-families.ts'

type ReaderProps = {
  /** What is read: on a phone it stands over the document while the panel, which has the heading, is out of sight. */
  title?: string | undefined
  /** `entry` gives the panel more room: entry forms and the check of signatures. */
  kind?: 'act' | 'entry'
  /** Over both halves: title, state, steps (a draft). */
  head?: ReactNode
  desk: ReactNode
  panel: ReactNode
  /** Words of the parts on a phone, where one column shows one of them; `more` where the panel has such a part. */
  parts: { readonly document: string; readonly act: string; readonly more?: string }
  startWith?: ReaderPart
}
type ReaderPart = 'document' | 'act' | 'more'

const PartContext = createContext<(part: ReaderPart) => boolean>(() => true)

/**
 * Brings a part into sight, for acts that are pressed where their form is not.
 *
 * @returns whether it was in sight already: on a laptop all are
 */
export const useShowPart = () => useContext(PartContext)

/** The document beside the act. On a phone the two are parts of one column, and the act's button stays under the thumb. */
export function Reader({ title, kind = 'act', head, desk, panel, parts, startWith = 'document' }: ReaderProps) {
  const [part, setPart] = useState(startWith)
  const names = (['document', 'act', 'more'] as const).filter(name => parts[name] !== undefined)
  function show(wanted: ReaderPart): boolean {
    setPart(wanted)
    return part === wanted || !window.matchMedia('(max-width: 56.25em)').matches
  }
  return (
    <div className={kind === 'entry' ? 'reader reader-entry' : 'reader'} data-part={part}>
      <div className="reader-head-slot">
        {head && <div className="reader-head">{head}</div>}
        {title && !head && part === 'document' && <h1 className="document-title reader-title">{title}</h1>}
        <div className="reader-parts">
          <div className="tabs">
            {names.map(name => (
              <button key={name} type="button" aria-pressed={part === name} onClick={() => setPart(name)}>
                {parts[name]}
              </button>
            ))}
          </div>
        </div>
      </div>
      <PartContext value={show}>
        {desk}
        {panel}
      </PartContext>
    </div>
  )
}

type DeskProps = { label: string; pagesLabel?: string; verdict?: ReactNode; tools?: ReactNode; children: ReactNode }

/** The left half: the verdict on the signatures, tools, the text and the pages. */
export function Desk({ label, pagesLabel, verdict, tools, children }: DeskProps) {
  return (
    <section className="reader-desk" aria-label={label}>
      {verdict}
      {tools && <div className="reader-bar">{tools}</div>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling group of pages is no fieldset. */}
      <div className="reader-scroll" role="group" tabIndex={0} aria-label={pagesLabel ?? label}>
        {children}
      </div>
    </section>
  )
}

type VerdictProps = { tone: Tone; icon: IconShape; children: ReactNode; link?: ReactNode }

/** One sentence on the file, before anything else is read. */
export function Verdict({ tone, icon, children, link }: VerdictProps) {
  return (
    <p className={`verdict tone-${tone}`}>
      <Icon of={icon} />
      <span>{children}</span>
      {link}
    </p>
  )
}

type PanelProps = {
  label: string
  nav?: ReactNode
  foot?: ReactNode
  /** Title and facts: on a phone they stand above the parts and are always in sight. */
  head?: ReactNode
  /** What is folded; a part of its own on a phone. */
  more?: ReactNode
  children: ReactNode
}

/** The right half: the facts in three lines, the act, then what is folded; the primary button stays at its foot. */
export function Panel({ label, nav, foot, head, more, children }: PanelProps) {
  return (
    <section className="reader-panel" id="act" aria-label={label}>
      {nav}
      {head === undefined ? (
        <div className="reader-body">{children}</div>
      ) : (
        <div className="reader-body reader-body-parted">
          <div className="reader-about">{head}</div>
          <div className="reader-act">{children}</div>
          <div className="reader-more">{more}</div>
        </div>
      )}
      {foot && <div className="reader-foot">{foot}</div>}
    </section>
  )
}

type PanelNavProps = {
  back: { readonly to: string; readonly label: string }
  /** "1 / 4", and the next document of the list. */
  place?: string | undefined
  previous?: NavTarget | undefined
  next?: NavTarget | undefined
  children?: ReactNode
}
/** `label` is what is read, `name` what it is in full. */
type NavTarget = { readonly to: string; readonly label: string; readonly name?: string }

export function PanelNav({ back, place, previous, next, children }: PanelNavProps) {
  return (
    <nav className="reader-bar reader-nav" aria-label={back.label}>
      <LinkButton look="plain" icon={IconArrowLeft} to={back.to} data-key="back">
        {back.label}
      </LinkButton>
      <span className="grow" />
      {place && <span className="meta">{place}</span>}
      {previous && (
        <LinkButton look="plain" icon={IconChevronLeft} to={previous.to} aria-label={previous.name} data-key="previous">
          {previous.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton look="plain" iconAfter={IconChevronRight} to={next.to} aria-label={next.name} data-key="next">
          {next.label}
        </LinkButton>
      )}
      {children}
    </nav>
  )
}

type FoldProps = { title: string; icon: IconShape; note?: ReactNode; open?: boolean; children: ReactNode }

/** What is seldom needed, folded behind its title. */
export function Fold({ title, icon, note, open = false, children }: FoldProps) {
  return (
    <details className="fold" open={open}>
      <summary>
        <Icon of={icon} />
        {title}
        <span className="meta">{note}</span>
        <Icon of={IconChevronDown} small />
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
