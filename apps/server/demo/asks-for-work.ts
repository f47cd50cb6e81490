import type { PlannedContent } from './types.ts'

/** Whether a document wants something done, so that it is given to somebody and not only made known. */
export const asksForWork = (content: PlannedContent): boolean =>
  ['CV', 'TTr', 'KH', 'CĐ', 'DT', 'PC', 'CT', 'GM'].includes(content.typeCode)
