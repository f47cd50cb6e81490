import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ensureBallast, freeBytes, watchDisk } from './ballast.ts'
import { requireRoom } from './data-folder.ts'

const megabyte = 1024 * 1024
const disk = mkdtempSync(path.join(os.tmpdir(), 'xaso-disk-'))
const ballast = path.join(disk, 'ballast')

// A disk of its own, small enough to be filled: only root may mount one, and not in every container.
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'none', disk]).status === 0

afterAll(() => {
  if (mounted) spawnSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

function fillTo(freeMegabytes: number): void {
  const size = freeBytes(disk) - freeMegabytes * megabyte
  expect(spawnSync('fallocate', ['-l', String(size), path.join(disk, 'rest')]).status).toBe(0)
}
const makeRoom = () => rmSync(path.join(disk, 'rest'), { force: true })

describe.runIf(mounted)('on a disk of 400 MB', () => {
  test('64 MB are kept in hand, and mended when a crash left them short', () => {
    ensureBallast(disk)
    expect(statSync(ballast).size).toBe(64 * megabyte)
    writeFileSync(ballast, 'short')
    ensureBallast(disk)
    expect(statSync(ballast).size).toBe(64 * megabyte)
  })

  test('the ballast is given up before the last byte is taken, with one alarm, and laid anew when there is room', async () => {
    const alarms: string[] = []
    const watch = watchDisk(disk, sentence => alarms.push(sentence), 10)
    expect(watch.isFull()).toBe(false)
    fillTo(5)
    await expect.poll(() => watch.isFull()).toBe(true)
    expect(existsSync(ballast)).toBe(false)
    expect(freeBytes(disk)).toBeGreaterThan(60 * megabyte)
    makeRoom()
    await expect.poll(() => watch.isFull()).toBe(false)
    expect(existsSync(ballast)).toBe(true)
    expect(alarms).toEqual([expect.stringMatching(/đã đầy.*Giải phóng/), expect.stringContaining('có chỗ trở lại')])
    watch.stop()
  })

  test('no ballast is laid where it would itself fill the disk', () => {
    rmSync(ballast, { force: true })
    fillTo(100)
    ensureBallast(disk)
    expect(existsSync(ballast)).toBe(false)
    makeRoom()
  })

  test('a start is refused in one sentence when there is no room for what it writes', () => {
    fillTo(100)
    requireRoom(disk, false)
    expect(() => requireRoom(disk, true)).toThrow(/đã đầy.*Giải phóng ít nhất 200 MB/)
    makeRoom()
    fillTo(10)
    expect(() => requireRoom(disk, false)).toThrow(/đã đầy/)
    makeRoom()
  })
})
