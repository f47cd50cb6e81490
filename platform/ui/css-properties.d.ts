import 'react'

declare module 'react' {
  interface CSSProperties {
    /** How many steps stand beside each other in a Stepper. */
    '--steps'?: number
    /** The height of what sticks to the top: bar and strips. */
    '--app-top-height'?: string
  }
}
