import { permissionsOf, type SeatRole, type Standing } from '#lib/roles/index.ts'

/** Kinds of issuers; which letterhead and which words of signing fit is decided by them. */
export const issuerKinds = [
  'government',
  'ministry',
  'people-committee',
  'people-council',
  'department',
  'office',
  'service-centre',
  'party',
  'mass-organisation',
  'state-agency',
  'village',
  'other',
] as const
export type IssuerKind = (typeof issuerKinds)[number]

/** Which standings a role may have: what is printed above a signature follows from it (NĐ 30/2020 Điều 13). */
export const standingsOfRole: Readonly<Record<SeatRole, readonly Standing[]>> = {
  leader: ['head', 'deputy', 'deputy-in-charge', 'acting-head'],
  'office-head': ['unit-head', 'unit-deputy'],
  'unit-head': ['unit-head', 'unit-deputy'],
  'village-head': ['unit-head', 'unit-deputy'],
  clerk: ['staff'],
  specialist: ['staff'],
  'agency-admin': ['staff'],
  auditor: ['staff'],
}

export const agencyPermissions = permissionsOf('agencies', {
  administer: ['agency-admin'],
  'arrange-signing': ['agency-admin', 'office-head'],
  'hand-over': ['unit-head', 'office-head', 'clerk', 'agency-admin'],
  /** Who handles no documents cannot give them to himself to read them. */
  'hand-over-unseen': ['agency-admin'],
})

/** Who keeps what the whole office uses (its groups of recipients, its phrases): those who run its correspondence. */
export const keepersForOffice: readonly SeatRole[] = ['clerk', 'office-head', 'agency-admin']
