import type { Identify } from './identify.ts'
import { communeName, openingDay, type Province } from './province.ts'
import type { CommuneRow, Tables } from './tables.ts'
import type { PlannedAgency, PlannedUnit } from './types.ts'

/**
 * Units of every record office: the organs of a commune by NĐ 150/2025, villages where the tables name them, and the
 * rooms of the province's office and of the staffed departments.
 */
export function planUnits(tables: Tables, province: Province, identify: Identify): readonly PlannedUnit[] {
  return province.agencies.flatMap(agency => {
    const commune = tables.communes.find(row => agency.key === `xa-${row.code}`)
    const id = (key: string) => identify(`unit/${agency.key}/${key}`, '2025-06-30T17:00:00Z')
    const rows = tables.units.filter(row => unitTables(agency, commune).includes(row.office))
    const units = rows.map((row, index) => ({
      id: id(row.key),
      agencyId: agency.id,
      parentId: row.parent ? id(row.parent) : null,
      key: row.key,
      name: row.name,
      abbreviation: row.abbreviation,
      kind: row.kind,
      ordinal: index + 1,
      validFrom: openingDay,
    }))
    return [...units, ...(commune ? villagesOf(tables, agency, commune, id) : [])]
  })
}

function unitTables(agency: PlannedAgency, commune: CommuneRow | undefined): readonly string[] {
  if (commune) return [commune.kind === 'phường' ? 'phường' : 'xã']
  if (agency.key === 'tinh') return ['tỉnh']
  if (agency.key.startsWith('du-')) return ['Đảng ủy']
  if (agency.key.startsWith('mt-')) return ['Mặt trận']
  return ['sở', agency.key.toUpperCase()]
}

function villagesOf(
  tables: Tables,
  agency: PlannedAgency,
  commune: CommuneRow,
  id: (key: string) => string,
): PlannedUnit[] {
  const villages = tables.villages.filter(row => row.code === commune.code)
  return villages.map((row, index) => {
    const key = `T${String(index + 1).padStart(2, '0')}`
    return {
      id: id(key),
      agencyId: agency.id,
      parentId: null,
      key,
      name: capitalised(communeName(row)),
      abbreviation: key,
      kind: 'village' as const,
      ordinal: 20 + index,
      validFrom: openingDay,
    }
  })
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
