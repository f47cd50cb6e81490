import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { approveDocuments, numberWhenFrozen } from '#tests/start/approve-documents.ts'
import { openOffice, tokenIn } from '#tests/start/open-office.ts'
import { freePort, postgresOf, startProgram } from '#tests/start/program.ts'

// How soon it goes on is a figure: `npm run bench -- start`.
test('work that a kill -9 of everything interrupts is done after the next start', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-goes-on-'))
  chmodSync(folder, 0o711)
  const dataFolder = path.join(folder, 'data')
  const port = await freePort()
  let program = await startProgram({ dataFolder, port })
  onTestFinished(async () => {
    program.child.kill('SIGTERM')
    await program.ended
    rmSync(folder, { recursive: true, force: true })
  })
  await program.healthy()
  while (!tokenIn(program.said())) await sleep(50)
  const office = await openOffice(program.origin, tokenIn(program.said()), 0)
  const ids = await approveDocuments(office, 5)

  for (const pid of postgresOf(dataFolder)) process.kill(pid, 'SIGKILL')
  program.child.kill('SIGKILL')
  await program.ended
  program = await startProgram({ dataFolder, port })
  await program.healthy()

  // A number is given only to what a job has frozen.
  const refused = await Promise.all(ids.map(id => numberWhenFrozen(office.clerk, id, 60_000)))
  expect(Math.max(...refused), 'the kill came too late: all was frozen before').toBeGreaterThan(0)
})
