import { createContext, useContext } from 'react'

/** `offered`: the screen has help of its own; without it the drawer still has the keys and whom to call. */
export type HelpDrawer = { readonly open: () => void; readonly offered: boolean }

export const HelpContext = createContext<HelpDrawer | undefined>(undefined)
export const useHelpDrawer = (): HelpDrawer | undefined => useContext(HelpContext)
