/** What `xaso doctor` found in one place, in Vietnamese, and what to do where it is not well. */
export type Finding = {
  readonly ok: boolean
  readonly what: string
  readonly advice?: string
  readonly optional?: boolean
}
