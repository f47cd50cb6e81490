/**
 * UUIDs of version 7 (RFC 9562, 5.7): the first 48 bits are the time in milliseconds, so that rows made one after another
 * lie side by side in an index.
 */
const versionSeven = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/**
 * A UUIDv7, lower case, of a time and of chance that the caller brings.
 *
 * @param instantMillis milliseconds since 1970, 0 to 2^48 - 1
 * @param randomBytes ten bytes or more from a cryptographic source; 74 bits of them are used
 * @throws RangeError when the time does not fit or bytes are missing
 * @example uuidV7(now.getTime(), randomBytes(10))   // '019ab3c4-5d6e-7…'
 */
export function uuidV7(instantMillis: number, randomBytes: Uint8Array): string {
  if (!Number.isInteger(instantMillis) || instantMillis < 0 || instantMillis >= 2 ** 48)
    throw new RangeError(`Not a time of a UUIDv7: ${instantMillis}`)
  if (randomBytes.length < 10) throw new RangeError(`A UUIDv7 needs 10 random bytes, not ${randomBytes.length}`)
  const random = [...randomBytes.subarray(0, 10)]
  random[0] = 0x70 | (random[0]! & 0x0f)
  random[2] = 0x80 | (random[2]! & 0x3f)
  const time = instantMillis.toString(16).padStart(12, '0')
  const hex = time + random.map(byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** A UUID of any version in lower case, the one way it is stored. */
export const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const isUuid = (text: string): boolean => uuidForm.test(text)

/** Whether the text is a UUIDv7 in lower case. */
export const isUuidV7 = (text: string): boolean => versionSeven.test(text)

/** When a UUIDv7 says it was made, in milliseconds since 1970: of a client-made one the client's clock, never trusted. */
export function instantOf(uuid: string): number {
  if (!isUuidV7(uuid)) throw new RangeError(`Not a UUIDv7: ${uuid}`)
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16)
}
