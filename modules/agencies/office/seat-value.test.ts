import { expect, test } from 'vitest'
import { faultsOfSeat, loginOf, requestOfSeat, type SeatValue } from './seat-value.ts'

const value: SeatValue = {
  who: 'new',
  fullName: 'Đỗ Thị Ánh Nguyệt',
  login: '',
  existingLogin: '',
  seenLogin: '',
  ordinal: '',
  unitId: 'unit',
  issuerId: 'issuer',
  role: 'specialist',
  standing: 'staff',
  title: 'Chuyên viên',
  validFrom: '2026-11-24',
  validTo: '',
}

test('a login is proposed from the name, without marks', () => {
  expect(loginOf('Nguyễn Thị Hương Giang')).toBe('giang.nth')
  expect(loginOf('  Đạt ')).toBe('dat')
  expect(loginOf('')).toBe('')
})

test('what is missing is named by its field', () => {
  expect(faultsOfSeat(value, 'new')).toEqual([])
  expect(faultsOfSeat({ ...value, login: 'Ánh' }, 'new').map(fault => fault.path)).toEqual(['login'])
  expect(faultsOfSeat({ ...value, fullName: '', unitId: '', title: ' ' }, 'new').map(fault => fault.path)).toEqual([
    'fullName',
    'unitId',
    'title',
  ])
  expect(faultsOfSeat({ ...value, fullName: '' }, 'here')).toEqual([])
  expect(faultsOfSeat({ ...value, validTo: '2026-11-01' }, 'new').map(fault => fault.path)).toEqual(['validTo'])
})

test('a person with a login is given nothing before it was seen who that is', () => {
  const paths = (known: object) => faultsOfSeat({ ...value, ...known }, 'existing').map(fault => fault.path)
  expect(paths({})).toEqual(['existingLogin'])
  expect(paths({ existingLogin: 'lan.ttn' })).toEqual(['existingLogin'])
  expect(paths({ existingLogin: 'lan.ttn2', seenLogin: 'lan.ttn' })).toEqual(['existingLogin'])
  expect(paths({ existingLogin: ' Lan.TTN ', seenLogin: 'lan.ttn' })).toEqual([])
})

test('a person is named in the one way that fits, and a standing that the role has not becomes its own', () => {
  expect(requestOfSeat(value, 'new', undefined)).toMatchObject({
    person: { fullName: 'Đỗ Thị Ánh Nguyệt', login: 'nguyet.dta' },
    validTo: null,
  })
  expect(requestOfSeat(value, 'here', 'person').person).toEqual({ personId: 'person' })
  expect(requestOfSeat({ ...value, existingLogin: ' dung.lq ' }, 'existing', undefined).person).toEqual({
    existingLogin: 'dung.lq',
  })
  expect(requestOfSeat({ ...value, ordinal: '2' }, 'new', undefined)).toMatchObject({ ordinal: 2 })
  expect(requestOfSeat(value, 'new', undefined)).not.toHaveProperty('ordinal')
  expect(faultsOfSeat({ ...value, ordinal: '0' }, 'new').map(fault => fault.path)).toEqual(['ordinal'])
  expect(requestOfSeat({ ...value, role: 'leader' }, 'here', 'person').standing).toBe('head')
})
