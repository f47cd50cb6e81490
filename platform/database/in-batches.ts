/** Rows that one statement of a sweep removes: some milliseconds, so that nobody waits behind it. */
export const sweptAtOnce = 500
/** What is more than this is left for the next run: a sweep never has the database for itself. */
const mostBatches = 40

/**
 * Removes rows in small batches until fewer are found than one holds.
 *
 * @param removeSome removes at most so many, in a transaction of its own, and answers how many it found
 * @param goesOn asked before each batch: a stop waits for one batch, not for all
 */
export async function inBatches(
  removeSome: (limit: number) => Promise<number>,
  goesOn: () => boolean,
  limit = sweptAtOnce,
): Promise<void> {
  for (let batch = 0; batch < mostBatches && goesOn(); batch++) if ((await removeSome(limit)) < limit) return
}
