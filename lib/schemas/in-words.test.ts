import { expect, test } from 'vitest'
import { inWords } from './in-words.ts'
import { Day, line, z } from './index.ts'

const Form = z.object({
  name: line(20),
  count: z.number().check(z.int(), z.gte(1), z.lte(999)),
  kind: z.enum(['paper', 'mail']),
  files: z.array(z.string()).check(z.minLength(1), z.maxLength(2)),
  on: Day,
})
const right = { name: 'Đơn', count: 1, kind: 'paper', files: ['a'], on: '2026-11-24' }

test.each([
  ['an empty text', { name: '' }, 'Không được để trống.'],
  ['a missing text', { name: undefined }, 'Chưa có.'],
  ['a long text', { name: 'a'.repeat(21) }, 'Dài quá: nhiều nhất 20 ký tự.'],
  ['a number as text', { count: 'ba' }, 'Phải là số.'],
  ['half a number', { count: 1.5 }, 'Phải là số nguyên.'],
  ['a small number', { count: 0 }, 'Nhỏ nhất là 1.'],
  ['a large number', { count: 1000 }, 'Lớn nhất là 999.'],
  ['no choice of these', { kind: 'fax' }, 'Chọn một trong các mục có sẵn.'],
  ['an empty list', { files: [] }, 'Chọn ít nhất một mục.'],
  ['a long list', { files: ['a', 'b', 'c'] }, 'Nhiều quá: nhiều nhất 2 mục.'],
  ['a day in words of its own', { on: '31/11/2026' }, 'Ngày phải có dạng năm-tháng-ngày và có thật.'],
])('%s is told in words of a form', (_what, wrong, words) => {
  const { error } = z.safeParse(Form, { ...right, ...wrong }, { error: inWords })
  expect(error?.issues.map(issue => issue.message)).toEqual([words])
})
