import type { Transaction } from '../database/transaction.ts'

/**
 * Where acts on the installation as a whole leave their audit rows: no agency's, so under an id that no agency has.
 *
 * @example runAct(machinery, { agency: installationId, actor, origin }, act)
 */
export const installationId = '00000000-0000-0000-0000-000000000000'

/** What this installation is. Demonstration and real data never share one. */
export type InstallationKind =
  | { readonly kind: 'real' }
  | {
      readonly kind: 'demonstration'
      readonly seed: string
      readonly today: string
      readonly loaded: 'offices' | 'first' | 'all' | 'nothing'
    }

/** What the installation was made as; nothing on a database that is new. */
export async function findInstallation(tx: Transaction): Promise<InstallationKind | undefined> {
  const row = await tx.selectFrom('installation').select('value').where('name', '=', 'kind').executeTakeFirst()
  return row?.value as InstallationKind | undefined
}

export async function saveInstallation(tx: Transaction, kind: InstallationKind): Promise<void> {
  const value = JSON.stringify(kind)
  await tx
    .insertInto('installation')
    .values({ name: 'kind', value })
    .onConflict(conflict => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
