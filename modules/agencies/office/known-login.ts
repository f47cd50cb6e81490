import { agencyMessages } from './messages.vi.ts'

/** A login as it is typed, and the one that was seen to be the right person's. */
export type KnownLogin = { readonly existingLogin: string; readonly seenLogin: string }

/** What is missing before a person with a login is given anything. */
export function faultOfKnownLogin({ existingLogin, seenLogin }: KnownLogin): string | undefined {
  if (existingLogin.trim() === '') return agencyMessages.missing.write(agencyMessages.give.existingLogin)
  return seenLogin === existingLogin.trim().toLowerCase() ? undefined : agencyMessages.knownPerson.notSeen
}
