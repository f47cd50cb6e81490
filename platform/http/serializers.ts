import { z } from '#lib/schemas/index.ts'

/**
 * Turns a reply into JSON by its schema: only fields that the schema names leave the server, whatever a row carries.
 * A reply that breaks its own schema is a fault of ours and is answered as one.
 */
export function serializerOf(schema: z.core.$ZodType): (reply: unknown) => string {
  return reply => JSON.stringify(z.parse(schema, reply))
}
