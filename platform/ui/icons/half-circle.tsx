import type { IconShape } from './icon-shape.ts'

/** Half done: Tabler's outline has no half-filled circle, and the filled half is what tells it from the empty ring. */
export const IconHalfCircle: IconShape = ({ stroke = 1.75, ...rest }) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: Icon hides it from screen readers; the word beside it speaks.
  <svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth={stroke}
    strokeLinecap="round"
    strokeLinejoin="round"
    {...rest}
  >
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 3.5a8.5 8.5 0 0 1 0 17z" fill="currentColor" />
  </svg>
)
