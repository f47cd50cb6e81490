import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { root } from '#tests/architecture/source.ts'
import { serveCommand, startProgram } from './program.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'xaso-doctor-'))
const folder = path.join(base, 'data')
afterAll(() => rmSync(base, { recursive: true, force: true }))

function command(...args: string[]) {
  const [file, ...rest] = [...serveCommand.slice(0, -1), ...args]
  const environment = { PATH: process.env.PATH, HOME: base, XASO_NO_INSTALL: '1', XASO_DATA: folder }
  return spawnSync(file!, rest, { cwd: root, encoding: 'utf8', env: environment })
}

describe('the command line', { timeout: 60_000 }, () => {
  test('says how it is used, and refuses a command that it does not know', () => {
    expect(command('help')).toMatchObject({ status: 0, stderr: expect.stringContaining('Cách dùng') })
    expect(command('no-such-command').status).toBe(2)
  })

  test('doctor names what is there and what is not before the first start, and makes nothing', () => {
    const { stdout } = command('doctor')
    expect(stdout).toMatch(/^✓ Node 24/)
    expect(stdout).toContain('sẽ được lập ở lần chạy đầu')
    expect(existsSync(folder)).toBe(false)
  })

  test('migrate makes the data and stops; doctor then starts PostgreSQL for its own time, or joins the one that runs', async () => {
    expect(command('migrate').status).toBe(0)
    expect(command('doctor').stdout).toMatch(/✓ dữ liệu ở .*PostgreSQL 18.*\n✓ cấu trúc dữ liệu ở bước/)
    const program = await startProgram({ dataFolder: folder })
    await program.healthy()
    expect(command('doctor').stdout).toMatch(/✓ dữ liệu ở .*PostgreSQL 18/)
    expect(command('migrate').stderr).toContain('đang được dùng')
    program.child.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  test('administrators prints links for who works on the server, and says what it cannot do', () => {
    expect(command('administrators', 'link').stdout).toMatch(/\/first-administrator#[\w-]{32}\n/)
    expect(command('administrators', 'link', 'nobody')).toMatchObject({
      ...{ status: 1, stdout: '', stderr: expect.stringContaining('“nobody” không phải là quản trị hệ thống') },
    })
    expect(command('administrators', 'end')).toMatchObject({ status: 2, stdout: '' })
  })
})
