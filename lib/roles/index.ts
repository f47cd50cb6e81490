/**
 * The parts people play in an office, and which act each part may ask for.
 *
 * A role only opens the door of a route; whether this document may be acted on now, and by whom, is decided by the
 * module's `states.ts` and `policy.ts`.
 */
export const seatRoles = [
  'clerk',
  'leader',
  'office-head',
  'unit-head',
  'specialist',
  'village-head',
  'agency-admin',
  'auditor',
] as const
export type SeatRole = (typeof seatRoles)[number]

/** Those who run the installation hold no seat and read no document. */
export type Role = SeatRole | 'installation-admin'

export const roleNames: Readonly<Record<Role, string>> = {
  clerk: 'Văn thư',
  leader: 'Lãnh đạo',
  'office-head': 'Chánh Văn phòng',
  'unit-head': 'Trưởng đơn vị',
  specialist: 'Chuyên viên',
  'village-head': 'Trưởng thôn',
  'agency-admin': 'Quản trị cơ quan',
  auditor: 'Kiểm tra',
  'installation-admin': 'Quản trị hệ thống',
}

/** Where a seat stands in the order of signing (NĐ 30/2020 Điều 13). */
export const standings = [
  'head',
  'deputy',
  'deputy-in-charge',
  'acting-head',
  'unit-head',
  'unit-deputy',
  'staff',
] as const
export type Standing = (typeof standings)[number]

/** Roles that see every document of their agency that is not restricted. */
export const rolesThatSeeAll: readonly SeatRole[] = ['clerk', 'leader', 'office-head', 'auditor']
export const seesAll = (role: SeatRole): boolean => rolesThatSeeAll.includes(role)

/** Everyone who handles documents. */
export const officeRoles: readonly SeatRole[] = [
  'clerk',
  'leader',
  'office-head',
  'unit-head',
  'specialist',
  'village-head',
]

/** Who leads people to whom work can be given on. */
export const headRoles: readonly SeatRole[] = ['leader', 'office-head', 'unit-head', 'village-head']

/** Who drafts outgoing documents; village heads read and are told. */
export const draftingRoles: readonly SeatRole[] = ['clerk', 'leader', 'office-head', 'unit-head', 'specialist']

/** Whether a role reads documents at all, as far as they are shown to it. */
export const readsDocuments = (role: SeatRole): boolean => officeRoles.includes(role) || role === 'auditor'

export type PermissionTable = Readonly<Record<string, readonly SeatRole[]>>

/**
 * Declares a module's permissions: name → roles that hold it.
 *
 * @example
 * export const documentPermissions = permissionsOf('documents', { register: ['clerk'] })
 * documentPermissions.register   // 'documents.register'
 */
export function permissionsOf<const Table extends PermissionTable>(
  module: string,
  table: Table,
): { readonly [Name in keyof Table]: Permission } {
  return Object.fromEntries(
    Object.entries(table).map(([name, roles]) => [name, { name: `${module}.${name}`, roles }]),
  ) as { [Name in keyof Table]: Permission }
}

export type Permission = { readonly name: string; readonly roles: readonly SeatRole[] }
