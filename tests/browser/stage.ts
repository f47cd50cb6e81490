import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProgram } from '#tests/start/program.ts'
import { patienceMs } from './browser.ts'

export type Stage = {
  readonly origin: string
  /** Stops the program and removes its data. */
  stop(): Promise<void>
}

/**
 * Starts the program with the demonstration province in a folder of its own, as `npm start` does on a new machine, and
 * waits until it has said how to sign in. The first sixty documents fill every screen; the other 540 would take the
 * processor from the tests while they come.
 *
 * @throws with what it said when it ends before, or is not there in time
 */
export async function raiseStage(): Promise<Stage> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'xaso-browser-'))
  const program = await startProgram({ dataFolder, environment: { XASO_DEMO: 'small' } })
  const stop = async () => {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
  let over: number | string | undefined
  void program.ended.then(code => {
    over = code
  })
  for (let waited = 0; !program.said().includes('Ctrl-C'); waited += 100) {
    if (over !== undefined || waited > patienceMs) {
      await stop()
      throw new Error(`the program with the demonstration did not start (${over ?? 'too slow'}): ${program.said()}`)
    }
    await sleep(100)
  }
  return { origin: program.origin, stop }
}
