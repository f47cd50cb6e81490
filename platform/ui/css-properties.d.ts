import 'react'

declare module 'react' {
  interface CSSProperties {
    /** How many steps stand beside each other in a Stepper. */
    '--steps'?: number
    /** The height of what sticks to the top: bar and strips. */
    '--app-top-height'?: string
    /** How wide a page of a document is shown; paper takes its own width. */
    '--sheet-width'?: string
    /** How many numbers stand at the edge of a place of the page already. */
    '--numbers-before'?: number | undefined
  }
}
