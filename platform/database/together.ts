/**
 * Waits for several answers by their names. Statements of a transaction that are begun side by side go out in one round
 * trip; begun one after the other, each waits for the one before.
 *
 * @example const { files, history } = await together({ files: listFiles(context, id), history: listHistory(context, id) })
 * @throws what the first of them throws
 */
export async function together<Parts extends Readonly<Record<string, unknown>>>(
  parts: Parts,
): Promise<{ [Name in keyof Parts]: Awaited<Parts[Name]> }> {
  const values = await Promise.all(Object.values(parts))
  const named = Object.keys(parts).map((name, at) => [name, values[at]])
  return Object.fromEntries(named) as { [Name in keyof Parts]: Awaited<Parts[Name]> }
}
