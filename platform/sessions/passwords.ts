import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { platformErrors } from '../acts/errors.ts'

/** Without a second factor a password has at least this many characters (level 3 of the law on network security). */
export const shortestPassword = 14

// Argon2id with 19 MiB, two passes: the floor that OWASP gives; it runs on a worker thread of libuv, not on the HTTP thread.
const settings = { algorithm: 2 as const, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), settings)

export async function passwordFits(stored: string, password: string): Promise<boolean> {
  return verify(stored, password.normalize('NFC')).catch(() => false)
}

/** A hash of nothing anyone knows: checked for unknown logins, so that they take as long as known ones. */
export const decoyHash = hashPassword(crypto.randomUUID())

/** Refuses a new password that the rules forbid. @throws platform.PasswordTooWeak */
export function requireStrongPassword(next: string, facts: { login: string; current?: string }): void {
  const plain = next.normalize('NFC')
  const tooShort = [...plain].length < shortestPassword
  const oneCharacter = new Set(plain).size < 5
  const isLogin = plain.toLowerCase().includes(facts.login.toLowerCase())
  if (tooShort || oneCharacter || isLogin || plain === facts.current?.normalize('NFC'))
    throw platformErrors.PasswordTooWeak({ length: shortestPassword })
}

// Read out over the telephone and typed from paper: no letter or digit that looks like another, no capitals.
const readable = 'abcdefghkmnpqrstuvwxyz23456789'

/**
 * A password for the first sign-in: four groups of four, over 78 random bits.
 * @example randomPassword() // 'k7fm-wq3t-9hxa-pn2c'
 */
export const randomPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => readable[randomInt(readable.length)]).join('')).join(
    '-',
  )
