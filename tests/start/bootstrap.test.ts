import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#tests/architecture/source.ts'

// A project of its own with one local package: what npm does is real, and needs no network.
const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso bootstrap ô-'))
const at = (...names: string[]) => path.join(folder, ...names)
const claim = at('.installing')
const isLinux = process.platform === 'linux'

beforeAll(() => {
  copyFileSync(path.join(root, 'bootstrap.mjs'), at('bootstrap.mjs'))
  mkdirSync(at('thing'))
  writeFileSync(at('thing/package.json'), JSON.stringify({ name: 'thing', version: '1.0.0' }))
  writeFileSync(at('package.json'), JSON.stringify({ name: 'project', dependencies: { thing: 'file:thing' } }))
  lock({})
  writeFileSync(
    at('program.mjs'),
    `const [what, value] = process.argv.slice(2)
     if (what === 'answer') console.log(JSON.stringify({ value }))
     if (what === 'end') process.exitCode = Number(value)
     if (what === 'wait') {
       process.on('SIGTERM', () => process.exit(43))
       console.log(process.pid)
       setInterval(() => {}, 1000)
     }`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function lock(more: object): void {
  const packages = {
    '': { name: 'project', dependencies: { thing: 'file:thing' } },
    'node_modules/thing': { resolved: 'thing', link: true },
    thing: { version: '1.0.0' },
  }
  writeFileSync(at('package-lock.json'), JSON.stringify({ name: 'project', lockfileVersion: 3, packages, ...more }))
}

type Run = { child: ChildProcess; ended: Promise<number | string>; out(): string; err(): string }
function run(args: string[], environment: Record<string, string> = {}): Run {
  const child = spawn(process.execPath, ['bootstrap.mjs', 'program.mjs', ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, npm_config_update_notifier: 'false', ...environment },
  })
  const said = { out: '', err: '' }
  child.stdout.on('data', chunk => {
    said.out += chunk
  })
  child.stderr.on('data', chunk => {
    said.err += chunk
  })
  const ended = new Promise<number | string>(resolve =>
    child.on('close', (code, signal) => resolve(signal ?? code ?? -1)),
  )
  return { child, ended, out: () => said.out, err: () => said.err }
}

describe('bootstrap', { timeout: 60_000 }, () => {
  test('installs once when two first starts come at once, and both run', async () => {
    const both = [run(['answer', '1']), run(['answer', '2'])]
    expect(await Promise.all(both.map(one => one.ended))).toEqual([0, 0])
    const said = both.map(one => one.err()).join('')
    expect(said.match(/Lần chạy đầu/g)).toHaveLength(1)
    expect(said.match(/Một lần chạy khác đang cài/g)).toHaveLength(1)
    expect(both.map(one => JSON.parse(one.out()).value).sort()).toEqual(['1', '2'])
    expect(existsSync(at('node_modules/thing'))).toBe(true)
    expect(existsSync(claim)).toBe(false)
  })

  test('is silent when nothing is missing: stdout is the command’s alone', async () => {
    const warm = run(['answer', 'Đông Hà'])
    expect(await warm.ended).toBe(0)
    expect(warm.out()).toBe('{"value":"Đông Hà"}\n')
    expect(warm.err()).toBe('')
  })

  test('installs again when the lockfile changed', async () => {
    lock({ requires: true })
    const changed = run(['answer', '1'])
    expect(await changed.ended).toBe(0)
    expect(changed.err()).toContain('Danh sách gói đã đổi')
  })

  test('takes over from an installation that was killed, one of several alone', async () => {
    rmSync(at('node_modules'), { recursive: true })
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    writeFileSync(claim, String(dead))
    const runs = [run(['answer', '1']), run(['answer', '2']), run(['answer', '3'])]
    expect(await Promise.all(runs.map(one => one.ended))).toEqual([0, 0, 0])
    const said = runs.map(one => one.err()).join('')
    expect(said.match(/Lần chạy đầu/g)).toHaveLength(1)
  })

  test('says in one sentence that installing failed, runs nothing, and leaves no claim', async () => {
    lock({ packages: {} })
    const failed = run(['answer', '1'])
    expect(await failed.ended).toBe(1)
    expect(failed.out()).toBe('')
    expect(failed.err().trim().split('\n').at(-1)).toMatch(/^Cài gói không thành công.*chạy lại\.$/)
    expect(existsSync(claim)).toBe(false)
    lock({})
  })

  test('ends with the program’s exit code', async () => {
    expect(await run(['end', '7'], { XASO_NO_INSTALL: '1' }).ended).toBe(7)
  })
})

describe('bootstrap on a machine with another Node than the pinned one', { timeout: 60_000 }, () => {
  const warm = { XASO_NO_INSTALL: '1' }
  beforeAll(() => {
    mkdirSync(at('node_modules/.bin'), { recursive: true })
    const pinned = at('node_modules/.bin/node')
    rmSync(pinned, { force: true })
    writeFileSync(pinned, `#!/bin/sh\nPINNED=yes exec "${process.execPath}" "$@"\n`)
    chmodSync(pinned, 0o755)
  })
  const pidOf = async (one: Run): Promise<number> => {
    await expect.poll(one.out, { timeout: 10_000 }).toMatch(/^\d+\n/)
    return Number(one.out())
  }

  test('runs the program on the pinned one, and ends with its exit code', async () => {
    expect(await run(['end', '7'], warm).ended).toBe(7)
    const waiting = run(['wait'], warm)
    expect(await pidOf(waiting)).not.toBe(waiting.child.pid)
    waiting.child.kill('SIGTERM')
    await waiting.ended
  })

  test('hands SIGTERM on and waits for the program’s own end', async () => {
    const waiting = run(['wait'], warm)
    await pidOf(waiting)
    waiting.child.kill('SIGTERM')
    expect(await waiting.ended).toBe(43)
  })

  test.runIf(isLinux)('leaves no program behind when it is killed by force', async () => {
    const waiting = run(['wait'], warm)
    const pid = await pidOf(waiting)
    waiting.child.kill('SIGKILL')
    await expect.poll(() => isRunning(pid)).toBe(false)
  })
})

function isRunning(pid: number): boolean {
  try {
    return !/\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}
