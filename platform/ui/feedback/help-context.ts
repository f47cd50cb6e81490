import { createContext, useContext } from 'react'

/** Opens the help of the screen, or nothing when it has none. */
export const HelpContext = createContext<(() => void) | undefined>(undefined)
export const useOpenHelp = () => useContext(HelpContext)
