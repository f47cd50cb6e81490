import { addDays, type CalendarDate } from '#lib/calendar-date/index.ts'
import { formatDate } from '#lib/vietnamese/index.ts'
import type { Directory, Office } from './directory.ts'
import type { Identify } from './identify.ts'
import type { Random } from './random.ts'
import type { Tables } from './tables.ts'
import type { PlannedDelegation, PlannedPhrase, PlannedRecipientGroup, PlannedSigningOrder } from './types.ts'

const openingInstant = '2025-06-30T17:00:00Z'

/** Who stands in for whom these days: two to handle, two with a written authorisation to sign (NĐ 30 Điều 13.3). */
export function planDelegations(directory: Directory, identify: Identify, today: CalendarDate): PlannedDelegation[] {
  const delegation = (
    office: Office,
    pair: { from: { id: string }; to: { id: string } | undefined },
    facts: Pick<PlannedDelegation, 'scope' | 'maySign'> & { from: number; to: number },
  ): PlannedDelegation => ({
    id: identify(`delegation/${office.agency.key}`, openingInstant),
    agencyId: office.agency.id,
    fromSeatId: pair.from.id,
    toSeatId: pair.to!.id,
    scope: facts.scope,
    maySign: facts.maySign,
    writtenBasis: facts.maySign ? `Giấy ủy quyền số 05/GUQ ngày ${formatDate(addDays(today, facts.from))}` : null,
    validFrom: addDays(today, facts.from),
    validTo: addDays(today, facts.to),
  })
  const [camLo, dongHa, dakrong, province] = ['xa-19597', 'xa-19333', 'xa-19564', 'tinh'].map(key =>
    directory.office(key),
  ) as [Office, Office, Office, Office]
  return [
    delegation(
      camLo,
      { from: camLo.head, to: camLo.deputies[0] },
      { scope: 'incoming', maySign: false, from: -16, to: 8 },
    ),
    delegation(
      dongHa,
      { from: dongHa.head, to: dongHa.officeHead },
      { scope: 'outgoing', maySign: true, from: -20, to: 40 },
    ),
    delegation(
      dakrong,
      { from: dakrong.unitHead('KT'), to: dakrong.specialists('KT')[0] },
      { scope: 'all', maySign: false, from: -3, to: 11 },
    ),
    delegation(
      province,
      { from: province.head, to: province.officeHead },
      { scope: 'outgoing', maySign: true, from: -45, to: 60 },
    ),
  ]
}

/** In every office with an office head the heads of units sign the daily types by order (TL., NĐ 30 Điều 13.4). */
export const planSigningOrders = (directory: Directory, identify: Identify): PlannedSigningOrder[] =>
  directory.offices
    .filter(office => office.officeHead !== undefined)
    .map(({ agency, issuers }) => ({
      id: identify(`signing-order/${agency.key}`, openingInstant),
      agencyId: agency.id,
      issuerId: issuers[0]!.id,
      typeCodes: ['cong-van', 'giay-moi', 'thong-bao'],
      writtenBasis: 'Quy chế làm việc (bản minh họa), Điều 12',
      validFrom: agency.openedOn,
    }))

/** Saved groups of recipients (nhóm nơi nhận). */
export function planRecipientGroups(directory: Directory, identify: Identify): PlannedRecipientGroup[] {
  const groups: PlannedRecipientGroup[] = []
  const add = (
    office: Office,
    name: string,
    members: PlannedRecipientGroup['members'],
    ownerSeatId: string | null = null,
  ) => {
    const { id, key } = office.agency
    groups.push({ id: identify(`group/${key}/${name}`, openingInstant), agencyId: id, ownerSeatId, name, members })
  }
  const issuers = (keys: readonly string[]) => keys.map(key => ({ issuerId: directory.issuer(key).id }))
  const communes = (codes: readonly string[]) => issuers(codes.map(code => `UBND-${code}`))
  const allCommunes = directory.communeCommittees.map(issuer => ({ issuerId: issuer.id }))

  for (const office of directory.offices.filter(one => one.agency.level !== 'commune')) {
    add(office, 'Tất cả xã, phường, đặc khu', allCommunes)
    add(office, 'Các sở, ban, ngành', issuers(departments))
    add(office, 'Các xã biên giới phía Tây', communes(borderCommunes))
    if (office.agency.key === 'tinh')
      add(office, 'Các xã, phường ven biển', communes(coastCommunes), office.clerks[0]!.id)
  }
  for (const office of directory.offices.filter(one => one.agency.level === 'commune' && one.whole)) {
    const code = office.agency.key.slice('xa-'.length)
    const rooms = office.units.filter(unit => ['office', 'department', 'centre'].includes(unit.kind))
    const villages = office.units.filter(unit => unit.kind === 'village')
    add(
      office,
      'Các phòng chuyên môn và Trung tâm',
      rooms.map(unit => ({ unitId: unit.id })),
    )
    add(
      office,
      'Tất cả thôn, bản, khu phố',
      villages.map(unit => ({ unitId: unit.id })),
    )
    add(
      office,
      'Đảng ủy, Mặt trận và các đoàn thể',
      issuers(['DU', 'MTX', 'PNX', 'DTNX', 'HNDX', 'CCBX'].map(key => `${key}-${code}`)),
    )
    add(office, 'Nơi tôi hay báo cáo', issuers(['UBND', 'SNV', 'STC']), office.officeHead!.id)
  }
  return groups
}

const departments = [
  'SNV',
  'STC',
  'SXD',
  'SNNMT',
  'SCT',
  'SKHCN',
  'SVHTTDL',
  'SGDĐT',
  'SYT',
  'STP',
  'SDTTG',
  'SNgV',
  'TTT',
  'BQLKKT',
]
const borderCommunes = ['19435', '19441', '19429', '19432', '19489', '19483', '19594', '19588']
const coastCommunes = ['18880', '19414', '19496', '19639', '19741']

/** Sentences that leaders and office heads have at hand (câu hay dùng). */
export function planPhrases(directory: Directory, tables: Tables, identify: Identify, random: Random): PlannedPhrase[] {
  const texts = (kind: string) => tables.phrases.filter(row => row.kind === kind).map(row => row.text)
  return directory.offices.flatMap(office => {
    const own = (seatId: string | null, sentences: readonly string[]) =>
      sentences.map((text, index) => ({
        id: identify(`phrase/${office.agency.key}/${seatId}/${index}`, openingInstant),
        agencyId: office.agency.id,
        seatId,
        text,
        ordinal: index + 1,
      }))
    const leaders = [office.head, ...office.deputies].flatMap(seat =>
      own(seat.id, random.shuffled(texts('direct')).slice(0, 4)),
    )
    const proposer = office.officeHead ? own(office.officeHead.id, texts('propose')) : []
    return [...own(null, texts('direct-inform')), ...leaders, ...proposer]
  })
}
