import { sql } from 'kysely'
import type pg from 'pg'
import { withoutAgency } from '#platform/database/transaction.ts'
import { createLogin } from '#platform/sessions/logins.ts'
import { testId } from './make-office.ts'
import type { Caller } from './office-http.ts'

/** Who runs the installation: a person with a login and no seat. */
export async function makeRunner(server: pg.Pool): Promise<Caller> {
  const queries = withoutAgency(server)
  const personId = testId()
  const login = `may.chu.${personId.slice(-6)}`
  await queries.insertInto('people').values({ id: personId, full_name: 'Nguyễn Thị Khởi' }).execute()
  await createLogin(queries, { login, personId, passwordHash: 'none', mustChangePassword: false })
  await queries
    .insertInto('installation_administrators')
    .values({ person_id: personId, valid_from: sql<string>`current_date` })
    .execute()
  return { personId, login }
}
