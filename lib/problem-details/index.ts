/**
 * Errors as a closed catalogue, shown to clients as RFC 9457 problem documents.
 *
 * Each module declares its errors once: a stable code, an HTTP status, what happened (`title`) and what the user can do
 * (`detail`), both Vietnamese, with `{name}` places filled when the error is thrown.
 *
 * @example
 * const errors = errorCatalogue('documents', {
 *   RegisterClosed: { status: 409, title: 'Sổ năm {year} đã khóa.', detail: 'Chọn sổ năm nay rồi vào sổ lại.' },
 * })
 * throw errors.RegisterClosed({ year: 2025 })
 */
export type ErrorEntry = { readonly status: ErrorStatus; readonly title: string; readonly detail: string }
export type ErrorStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 500 | 503 | 507
export type ErrorParameters = Readonly<Record<string, string | number>>

/** More that a client may need: fields at fault, acts that are allowed now, whatever the screen links to. */
export type ErrorExtras = {
  readonly errors?: readonly FieldError[]
  readonly allowed?: readonly string[]
  readonly retryAfterSeconds?: number
  readonly subject?: Readonly<Record<string, unknown>>
}
export type FieldError = { readonly path: string; readonly message: string }

export type ProblemDocument = {
  type: string
  title: string
  status: number
  code: string
  detail: string
  instance?: string
  errors?: readonly FieldError[]
  allowed?: readonly string[]
  subject?: Readonly<Record<string, unknown>>
}

/** An error of a catalogue: it may be thrown anywhere in an act; the transaction is rolled back and the client told. */
export class ProblemError extends Error {
  readonly code: string
  readonly status: ErrorStatus
  readonly title: string
  readonly detail: string
  readonly extras: ErrorExtras

  constructor(code: string, entry: ErrorEntry, parameters: ErrorParameters, extras: ErrorExtras) {
    super(`${code}: ${fill(entry.title, parameters)}`)
    this.name = 'ProblemError'
    this.code = code
    this.status = entry.status
    this.title = fill(entry.title, parameters)
    this.detail = fill(entry.detail, parameters)
    this.extras = extras
  }

  /** The same refusal, which says more. */
  with(more: ErrorExtras): ProblemError {
    return new ProblemError(this.code, this, {}, { ...this.extras, ...more })
  }
}

type Thrower = (parameters?: ErrorParameters, extras?: ErrorExtras) => ProblemError
export type ErrorCatalogue<Codes extends string> = { readonly [Code in Codes]: Thrower } & {
  readonly entries: Readonly<Record<string, ErrorEntry>>
}

/** Declares the errors of one module; each becomes a function that makes the error, its code `<module>.<Name>`. */
export function errorCatalogue<const Entries extends Record<string, ErrorEntry>>(
  module: string,
  entries: Entries,
): ErrorCatalogue<Extract<keyof Entries, string>> {
  const catalogue: Record<string, unknown> = {}
  const byCode: Record<string, ErrorEntry> = {}
  for (const [name, entry] of Object.entries(entries)) {
    const code = `${module}.${name}`
    byCode[code] = entry
    catalogue[name] = (parameters: ErrorParameters = {}, extras: ErrorExtras = {}) =>
      new ProblemError(code, entry, parameters, extras)
  }
  catalogue.entries = byCode
  return catalogue as ErrorCatalogue<Extract<keyof Entries, string>>
}

/** The problem document of an error; `instance` is the request's id, which support finds in the log. */
export function toProblemDocument(error: ProblemError, instance?: string): ProblemDocument {
  return {
    type: `urn:xaso:problem:${error.code}`,
    title: error.title,
    status: error.status,
    code: error.code,
    detail: error.detail,
    ...(instance ? { instance } : {}),
    ...(error.extras.errors ? { errors: error.extras.errors } : {}),
    ...(error.extras.allowed ? { allowed: error.extras.allowed } : {}),
    ...(error.extras.subject ? { subject: error.extras.subject } : {}),
  }
}

function fill(sentence: string, parameters: ErrorParameters): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(parameters[name] ?? place))
}
