import { ClientId, Day, Id, Instant, z } from '#lib/schemas/index.ts'
import { testId } from '#tests/office/make-office.ts'

type JsonSchema = {
  readonly type?: string
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly minItems?: number
  readonly minLength?: number
  readonly minimum?: number
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, JsonSchema>>
}

/**
 * The least that a schema takes: what is required, nothing else, with ids that nobody has.
 *
 * @param given fields by their name that a schema alone does not say enough of
 */
export function fittingInput(schema: z.core.$ZodType, given: Readonly<Record<string, unknown>> = {}): unknown {
  const root = z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any' },
    // What these want stands in no pattern that JSON Schema could show.
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema === Id || zodSchema === ClientId) jsonSchema.format = 'uuid'
      if (zodSchema === Day) jsonSchema.format = 'date'
      if (zodSchema === Instant) jsonSchema.format = 'date-time'
    },
  }) as JsonSchema

  function fitting(one: JsonSchema): unknown {
    if (one.$ref) return fitting(one.$ref === '#' ? root : root.$defs![one.$ref.split('/').at(-1)!]!)
    if (one.const !== undefined) return one.const
    if (one.enum) return one.enum[0]
    const choices = one.anyOf ?? one.oneOf
    if (choices) return fitting(choices[0]!)
    if (one.allOf) return Object.assign({}, ...one.allOf.map(fitting))
    if (one.type === 'object' || one.properties)
      return Object.fromEntries(
        (one.required ?? []).map(name => [name, name in given ? given[name] : fitting(one.properties![name]!)]),
      )
    if (one.type === 'array') return Array.from({ length: one.minItems ?? 0 }, () => fitting(one.items ?? {}))
    if (one.type === 'integer' || one.type === 'number') return Math.max(1, one.minimum ?? 1)
    if (one.type === 'boolean') return true
    if (one.type === 'null') return null
    return text(one)
  }
  return fitting(root)
}

function text({ format, minLength = 1 }: JsonSchema): string {
  if (format === 'uuid') return testId()
  if (format === 'date') return '2026-01-05'
  if (format === 'date-time') return '2026-01-05T01:00:00Z'
  return 'nội dung'.padEnd(minLength, 'a')
}
