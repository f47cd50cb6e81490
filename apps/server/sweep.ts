import { everyAgency } from '#modules/agencies/every-agency.ts'
import { chance } from '#platform/acts/chance.ts'
import type { ActMachinery } from '#platform/acts/run.ts'
import { sweepIdempotency } from '#platform/acts/sweep-idempotency.ts'
import { inBatches } from '#platform/database/in-batches.ts'
import { findStrays, foldersOf } from '#platform/files/find-strays.ts'
import { sweepContent, sweepUploads } from '#platform/files/sweep-uploads.ts'
import { sweepOutbox } from '#platform/outbox/sweep-outbox.ts'
import { sweepSessions } from '#platform/sessions/sweep.ts'
import { contentUses } from './modules.ts'

const everyMs = 3_600_000
/** An upload's audit is a row of its own. */
const uploadsAtOnce = 100

/**
 * Sweeps at the start and every hour what no law, no audit and no retry needs any more: how long each is kept stands
 * beside what is swept. What is old is old by the database's clock, so a run that was cut off is made good by the next.
 *
 * @param failed told of a run that ended in an error; the next one begins anew
 */
export function startSweeping(machinery: ActMachinery, failed: (error: unknown) => void): { stop(): Promise<void> } {
  let stopped = false
  let run: Promise<void> | undefined
  // From anywhere on, for a machine that is switched off each night never gets far from where it begins.
  let part = chance(1)[0]!
  const sweepAgain = () => {
    run ??= sweep(machinery, () => !stopped, foldersOf(part++))
      .catch(failed)
      .finally(() => {
        run = undefined
      })
  }
  const timer = setInterval(sweepAgain, everyMs)
  sweepAgain()
  return {
    stop: async () => {
      stopped = true
      clearInterval(timer)
      await run
    },
  }
}

/**
 * One run over everything, an agency at a time.
 *
 * @param goesOn asked between batches
 * @param folders of the store: only these are searched for files that no row knows
 */
export async function sweep(
  machinery: ActMachinery,
  goesOn: () => boolean = () => true,
  folders: readonly string[] = [],
): Promise<void> {
  const { pool, store } = machinery
  await inBatches(limit => sweepSessions(pool, limit), goesOn)
  for (const agency of await everyAgency(pool)) await sweepAgency(machinery, agency, goesOn)
  await findStrays({ pool, store }, folders, goesOn)
  await inBatches(limit => sweepContent({ pool, store, uses: contentUses }, limit), goesOn, uploadsAtOnce)
}

async function sweepAgency(machinery: ActMachinery, agency: string, goesOn: () => boolean): Promise<void> {
  const { pool } = machinery
  await inBatches(limit => sweepIdempotency(pool, agency, limit), goesOn)
  await inBatches(limit => sweepOutbox(pool, agency, limit), goesOn)
  await inBatches(limit => sweepUploads(machinery, agency, limit), goesOn, uploadsAtOnce)
}
