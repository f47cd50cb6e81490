import { password } from './data.ts'

/** Signs in and gives the headers of a session. */
export async function signIn(origin: string, login: string, secret = password): Promise<Record<string, string>> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: secret }),
  })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status} ${await answer.text()}`)
  return {
    cookie: answer.headers
      .getSetCookie()
      .map(one => one.split(';')[0])
      .join('; '),
  }
}
