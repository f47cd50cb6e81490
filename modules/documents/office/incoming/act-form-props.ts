import type { IncomingAct, IncomingDocument } from '#modules/documents/contract.ts'
import type { FormError } from '#platform/ui/forms/error-summary.tsx'
import type { ActValue } from './act-value.ts'
import type { DueProposal } from './due-proposals.ts'

export type ActFormProps = {
  act: IncomingAct
  document: IncomingDocument
  deadlines: readonly DueProposal[]
  value: ActValue
  errors: readonly FormError[]
  onChange: (changes: Partial<ActValue>) => void
  /** Files of the form are on their way. */
  onUploading: (busy: boolean) => void
}

export const errorIn = (errors: readonly FormError[], path: string): string | undefined =>
  errors.find(error => error.path === path)?.message
