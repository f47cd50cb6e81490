import { uuidV7 } from '#lib/identifiers/index.ts'

/**
 * A new UUIDv7. What a person creates gets its id here, in his browser, before it is sent, so that the same thing sent
 * twice is one thing.
 */
export const newId = (now: number = Date.now()): string => uuidV7(now, crypto.getRandomValues(new Uint8Array(10)))
