import type * as z from 'zod/mini'

/**
 * What is wrong with a field, in words of somebody who fills in a form: zod's own say which type of value a program sent.
 * A schema's own message stands before these.
 *
 * @example z.config({ localeError: inWords })
 */
export const inWords: z.core.$ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? 'Chưa có.'
        : (wrongKind[issue.expected] ?? 'Không đúng dạng.')
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_value':
      return 'Chọn một trong các mục có sẵn.'
    case 'invalid_union':
      return 'Không đúng dạng.'
    case 'unrecognized_keys':
      return `Không nhận mục: ${issue.keys.join(', ')}.`
    case 'not_multiple_of':
      return `Phải chia hết cho ${issue.divisor}.`
    default:
      return 'Không đúng dạng.'
  }
}

const wrongKind: Readonly<Record<string, string>> = {
  string: 'Phải là chữ.',
  number: 'Phải là số.',
  int: 'Phải là số nguyên.',
  boolean: 'Chỉ nhận có hoặc không.',
  array: 'Phải là danh sách.',
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooSmall>): string {
  if (origin === 'string') return minimum === 1 ? 'Không được để trống.' : `Ít nhất ${minimum} ký tự.`
  if (origin === 'array') return minimum === 1 ? 'Chọn ít nhất một mục.' : `Ít nhất ${minimum} mục.`
  return inclusive === false ? `Phải lớn hơn ${minimum}.` : `Nhỏ nhất là ${minimum}.`
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodRawIssue<z.core.$ZodIssueTooBig>): string {
  if (origin === 'string') return `Dài quá: nhiều nhất ${maximum} ký tự.`
  if (origin === 'array') return `Nhiều quá: nhiều nhất ${maximum} mục.`
  return inclusive === false ? `Phải nhỏ hơn ${maximum}.` : `Lớn nhất là ${maximum}.`
}
