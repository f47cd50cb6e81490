import { expect, test } from 'vitest'
import { errorCatalogue, ProblemError, toProblemDocument } from './index.ts'

const errors = errorCatalogue('documents', {
  RegisterClosed: { status: 409, title: 'Sổ năm {year} đã khóa.', detail: 'Chọn sổ năm nay.' },
})

test('an error bears its module in its code and its parameters in its sentence', () => {
  const error = errors.RegisterClosed({ year: 2025 }, { allowed: ['reopen'] })
  expect(error).toBeInstanceOf(ProblemError)
  expect(toProblemDocument(error, 'request-1')).toEqual({
    type: 'urn:xaso:problem:documents.RegisterClosed',
    title: 'Sổ năm 2025 đã khóa.',
    status: 409,
    code: 'documents.RegisterClosed',
    detail: 'Chọn sổ năm nay.',
    instance: 'request-1',
    allowed: ['reopen'],
  })
})

test('a place without its parameter stays visible instead of saying "undefined"', () => {
  expect(errors.RegisterClosed().title).toBe('Sổ năm {year} đã khóa.')
})
