import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { kitMessages } from '../text/messages.vi.ts'
import { Drawer } from './drawer.tsx'
import { HelpContext } from './help-context.ts'

export type HelpStep = { readonly text: ReactNode; readonly picture?: { readonly src: string; readonly alt: string } }
/** The help of one screen: at most six steps. Keep the object outside the component. */
export type Help = { readonly title: string; readonly steps: readonly HelpStep[] }
export type SupportPerson = { readonly name: string; readonly phone: string | null }
export type KeyHint = { readonly keys: string; readonly does: string }

const SetHelpContext = createContext<((help: Help | undefined) => void) | undefined>(undefined)

/** Gives the screen its help: "Hướng dẫn" in its head, F1 and `?` open it. */
export function useHelp(help: Help | undefined): void {
  const setHelp = useContext(SetHelpContext)
  useEffect(() => {
    setHelp?.(help)
    return () => setHelp?.(undefined)
  }, [setHelp, help])
}

type HelpProviderProps = {
  keys: readonly KeyHint[]
  /** Whether `?` opens it, besides F1. */
  singleKeys: boolean
  support?: SupportPerson | undefined
  children: ReactNode
}

export function HelpProvider({ keys, singleKeys, support, children }: HelpProviderProps) {
  const [help, setHelp] = useState<Help>()
  const [open, setOpen] = useState(false)
  const openHelp = useCallback(() => setOpen(true), [])
  const words = kitMessages.help

  useEffect(() => {
    const openByKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]')
      if (event.key !== 'F1' && !(event.key === '?' && singleKeys && !typing)) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', openByKey)
    return () => window.removeEventListener('keydown', openByKey)
  }, [singleKeys])

  const drawer = useMemo(() => ({ open: openHelp, offered: help !== undefined }), [help, openHelp])
  return (
    <SetHelpContext value={setHelp}>
      <HelpContext value={drawer}>{children}</HelpContext>
      <Drawer open={open} onClose={() => setOpen(false)} title={help?.title ?? words.title}>
        <div className="stack">
          {help && (
            <ol className="help-steps">
              {help.steps.map((step, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a help are fixed.
                <li key={index}>
                  {step.text}
                  {step.picture && <img src={step.picture.src} alt={step.picture.alt} loading="lazy" />}
                </li>
              ))}
            </ol>
          )}
          <section>
            <h3>{words.support}</h3>
            <p>
              {support ? words.call(support.name) : words.callUnknown}
              {support?.phone && (
                <>
                  {' '}
                  {words.phone} <a href={`tel:${support.phone.replaceAll(' ', '')}`}>{support.phone}</a>.
                </>
              )}
            </p>
          </section>
          <section className="help-keys">
            <h3>{words.keyboard}</h3>
            <dl className="key-list">
              {keys.map(hint => (
                <KeyLine key={hint.keys} {...hint} />
              ))}
            </dl>
          </section>
        </div>
      </Drawer>
    </SetHelpContext>
  )
}

function KeyLine({ keys, does }: KeyHint) {
  return (
    <>
      <dt>
        <kbd>{keys}</kbd>
      </dt>
      <dd>{does}</dd>
    </>
  )
}
