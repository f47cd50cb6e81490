import { readFileSync } from 'node:fs'
import { type SeatRole, type Standing, seatRoles, standings } from '#lib/roles/index.ts'
import { type WorkingCalendar, workingCalendar } from '#lib/working-calendar/index.ts'
import { type IssuerKind, issuerKinds } from '#modules/agencies/contract.ts'
import type { UnitKind } from './types.ts'

/** The demonstration's own data files (data/README.md), read once and checked as they are read. */
export type Tables = ReturnType<typeof readTables>

export type BodyRow = Tables['bodies'][number]
export type CommuneRow = Tables['communes'][number]
export type PartnerRow = Tables['partners'][number]
export type SubjectRow = Tables['subjects'][number]
export type PostRow = Tables['posts'][number]

export function readTables() {
  const rows = <Row>(file: string, row: (cell: (column: string) => string) => Row): readonly Row[] =>
    readTable(new URL(`data/${file}.tsv`, import.meta.url), row)

  return {
    communes: rows('communes', cell => ({
      code: cell('code'),
      kind: cell('kind'),
      name: cell('name'),
      staff: oneOf(['full', 'small', 'none'] as const, cell('staff')),
    })),
    bodies: rows('bodies', cell => ({
      key: cell('key'),
      level: oneOf(['province', 'council', 'department', 'outside'] as const, cell('level')),
      kind: oneOf<IssuerKind>(issuerKinds, cell('kind')),
      name: cell('name'),
      shortName: cell('shortName'),
      abbreviation: cell('abbreviation'),
      identifier: cell('identifier'),
      alias: cell('alias'),
      superior: cell('superior'),
    })),
    partners: rows('commune-partners', cell => ({
      key: cell('key'),
      office: cell('office'),
      kind: oneOf<IssuerKind>(issuerKinds, cell('kind')),
      name: cell('name'),
      shortName: cell('shortName'),
      abbreviation: cell('abbreviation'),
      suffix: cell('suffix'),
      superior: cell('superior'),
    })),
    villages: rows('villages', cell => ({ code: cell('code'), kind: cell('kind'), name: cell('name') })),
    units: rows('units', cell => ({
      office: cell('office'),
      key: cell('key'),
      parent: cell('parent'),
      kind: oneOf<UnitKind>(['leadership', 'office', 'department', 'centre', 'village'], cell('kind')),
      name: cell('name'),
      abbreviation: cell('abbreviation'),
    })),
    posts: rows('posts', cell => ({
      office: cell('office'),
      unit: cell('unit'),
      issuer: cell('issuer'),
      role: oneOf<SeatRole>(seatRoles, cell('role')),
      standing: oneOf<Standing>(standings, cell('standing')),
      title: cell('title'),
      count: Number(cell('count')),
    })),
    registers: rows('registers', cell => ({
      office: cell('office'),
      direction: oneOf(['incoming', 'outgoing'] as const, cell('direction')),
      code: cell('code'),
      issuer: cell('issuer'),
      name: cell('name'),
      types: cell('types') ? cell('types').split(' ') : [],
      termDays: cell('termDays') ? Number(cell('termDays')) : null,
      restricted: cell('restricted') === 'yes',
      isDefault: cell('default') === 'yes',
      lowest: Number(cell('lowest')),
      highest: Number(cell('highest')),
    })),
    routes: rows('routes', cell => ({
      agency: cell('agency'),
      register: cell('register'),
      types: cell('types') ? cell('types').split(' ') : [],
      route: oneOf(['leader', 'office-head', 'unit'] as const, cell('route')),
      unit: cell('unit'),
    })),
    fields: new Map(
      rows(
        'fields',
        cell =>
          [
            cell('field'),
            { commune: cell('commune'), province: cell('province'), department: cell('department') },
          ] as const,
      ),
    ),
    subjects: rows('documents', cell => ({
      type: cell('type'),
      from: cell('from'),
      to: cell('to'),
      field: cell('field'),
      urgency: oneOf([0, 1, 2, 3] as const, Number(cell('urgency'))),
      term: cell('term') ? Number(cell('term')) : null,
      subject: cell('subject'),
    })),
    paragraphs: rows('paragraphs', cell => ({
      part: oneOf(['opening', 'task', 'result', 'closing'] as const, cell('part')),
      key: cell('key'),
      text: cell('text'),
    })),
    phrases: rows('phrases', cell => ({ kind: cell('kind'), text: cell('text') })),
    names: rows('names', cell => ({
      part: oneOf(['family', 'middle', 'given'] as const, cell('part')),
      sex: oneOf(['any', 'male', 'female'] as const, cell('sex')),
      name: cell('name'),
      weight: Number(cell('weight')),
    })),
  }
}

/**
 * The calendar of working days, as `lib/working-calendar` has it. Years without a notice count plain weekdays here: a
 * demonstration started in 2028 is better a little wrong on a holiday than not started.
 */
export function readWorkingCalendar(): WorkingCalendar {
  const file = new URL('../../../lib/working-calendar/days-2023-2027.tsv', import.meta.url)
  const days = readTable(file, cell => ({
    date: cell('date'),
    kind: cell('kind'),
    name: cell('name'),
    basis: cell('basis'),
  }))
  return workingCalendar({ days, years: Array.from({ length: 100 }, (_, index) => 2000 + index) })
}

export function readTable<Row>(file: URL, row: (cell: (column: string) => string) => Row): readonly Row[] {
  const [head, ...lines] = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')
  const columns = (head ?? '').split('\t')
  return lines.map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length) throw new Error(`${file.pathname}:${index + 2}: ${cells.length} cells`)
    return row(column => {
      const cell = cells[columns.indexOf(column)]
      if (cell === undefined) throw new Error(`${file.pathname}: no column ${column}`)
      return cell
    })
  })
}

function oneOf<Value>(values: readonly Value[], value: unknown): Value {
  const found = values.find(one => one === value)
  if (found === undefined) throw new Error(`unexpected ${String(value)}, not one of ${values.join(', ')}`)
  return found
}
