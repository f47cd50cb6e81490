/** What `xaso doctor` found in one place, in Vietnamese, and what to do where it is not well. */
export type Finding = {
