import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openLogFile } from './log-file.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-log-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a log appends its lines, readable by its owner alone', async () => {
  const file = path.join(folder, 'plain.log')
  for (const line of ['one\n', 'two\n']) {
    const log = openLogFile(file)
    log.write(line)
    log.end()
  }
  await expect.poll(() => readFileSync(file, 'utf8').split('\n').toSorted().join()).toBe(',one,two')
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('a log on a full disk loses lines, ends nothing, and is written again when there is room', async () => {
  const file = path.join(folder, 'full.log')
  // Every write to this device fails with ENOSPC.
  symlinkSync('/dev/full', file)
  const log = openLogFile(file)
  const unwritten = `${'lost '.repeat(20_000)}\n`
  for (let count = 0; count < 3; count += 1) {
    log.write(unwritten)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
  rmSync(file)
  await expect
    .poll(
      () => {
        log.write('there is room\n')
        return readFileSync(file, { encoding: 'utf8', flag: 'a+' })
      },
      { timeout: 5_000 },
    )
    .toMatch(/^(there is room\n)+$/)
  log.end()
})
