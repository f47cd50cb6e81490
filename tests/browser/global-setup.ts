import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { raiseStage, type Stage } from './stage.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Answers the origin of the one program of all browser tests; the first question starts it. */
    browserStage: string
  }
}

/**
 * One program for the browser tests of all workers. It is started when the first of them asks, so that a run without
 * browser tests does not pay for it, and stopped and removed with the run. While a test is written, `XASO_STAGE` names the
 * origin of a demonstration that runs already.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.XASO_STAGE
  let stage: Promise<Stage> | undefined
  const door = createServer((_request, response) => {
    stage ??= given ? Promise.resolve({ origin: given, stop: async () => {} }) : raiseStage()
    stage.then(
      ({ origin }) => response.end(origin),
      error => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>(resolve => door.listen(0, '127.0.0.1', resolve))
  project.provide('browserStage', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.closeAllConnections()
    door.close()
    const started = await stage?.catch(() => undefined)
    await started?.stop()
  }
}
