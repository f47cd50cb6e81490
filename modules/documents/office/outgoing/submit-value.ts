import type { Option } from '#platform/ui/forms/use-options.ts'

export type SubmitValue = {
  readonly reviewers: readonly Option[]
  readonly together: boolean
  readonly text: string
}
/** The reviewers as the API takes them: those of one ordinal are asked at once. */
export const reviewersOf = ({ reviewers, together }: Pick<SubmitValue, 'reviewers' | 'together'>) =>
  reviewers.map(({ id }, index) => ({ seatId: id, ordinal: together ? 1 : index + 1 }))
