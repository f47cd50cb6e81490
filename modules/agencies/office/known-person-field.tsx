import { useEffect, useState } from 'react'
import { useResource } from '#platform/ui/data/use-resource.ts'
import { Note } from '#platform/ui/feedback/note.tsx'
import { CheckField } from '#platform/ui/forms/choice-field.tsx'
import { TextField } from '#platform/ui/forms/text-field.tsx'
import type { KnownPerson } from '../contract.ts'
import type { KnownLogin } from './known-login.ts'
import { agencyMessages } from './messages.vi.ts'

const words = agencyMessages.knownPerson
const waitMs = 400
const shortest = 3

type KnownPersonFieldProps = {
  /** Where whoever fills this in asks whose login it is. */
  path: '/people' | '/installation/people'
  value: KnownLogin
  error: string | undefined
  onChange: (changes: Partial<KnownLogin>) => void
}

/** Somebody who has a login: who that is stands below it before he is given anything, for a slip of a key is another person. */
export function KnownPersonField({ path, value, error, onChange }: KnownPersonFieldProps) {
  const login = value.existingLogin.trim().toLowerCase()
  const [asked, setAsked] = useState(login)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(login), waitMs)
    return () => clearTimeout(timer)
  }, [login])
  const found = useResource<KnownPerson>(path, { query: { login: asked }, enabled: asked.length >= shortest })
  const person = asked === login && asked.length >= shortest ? found.data : undefined
  const unknown = asked === login && asked.length >= shortest && found.problem ? found.problem : undefined
  return (
    <>
      <TextField
        label={agencyMessages.give.existingLogin}
        hint={agencyMessages.give.existingHint}
        name="existingLogin"
        maxLength={50}
        value={value.existingLogin}
        error={unknown ? `${unknown.title} ${unknown.detail}` : error}
        onChange={existingLogin => onChange({ existingLogin, seenLogin: '' })}
      />
      <div aria-live="polite">
        {person && (
          <Note tone="indigo">
            <b>{person.fullName}</b>
            {`, ${person.offices.length > 0 ? person.offices.join(', ') : words.nowhere}`}
            <CheckField
              label={words.right}
              checked={value.seenLogin === login}
              onChange={right => onChange({ seenLogin: right ? login : '' })}
            />
          </Note>
        )}
      </div>
    </>
  )
}
