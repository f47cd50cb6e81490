/**
 * UUID version 7 (RFC 9562 §5.7): milliseconds first, so that ids made later sort later and index pages stay warm.
 *
 * @param instantMillis milliseconds since 1970 UTC
 * @param random at least 10 random bytes
 * @example uuidV7(Date.now(), randomBytes(10))
 */
export function uuidV7(instantMillis: number, random: Uint8Array): string {
  if (random.length < 10) throw new RangeError('a UUIDv7 needs 10 random bytes')
  const time = Math.floor(instantMillis).toString(16).padStart(12, '0')
  const bytes = [...random.subarray(0, 10)]
  bytes[0] = (bytes[0]! & 0x0f) | 0x70
  bytes[2] = (bytes[2]! & 0x3f) | 0x80
  const tail = bytes.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${tail.slice(0, 4)}-${tail.slice(4, 8)}-${tail.slice(8)}`
}

const uuidV7Pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Whether the text is a UUIDv7 in the one form we store: lower case. */
export const isUuidV7 = (value: string): boolean => uuidV7Pattern.test(value)

/** The instant in a UUIDv7, in milliseconds since 1970 UTC. */
export const instantOf = (uuid: string): number => Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
