import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { debianPackages } from '#apps/server/debian-packages.ts'
import { seatRoles } from '#lib/roles/index.ts'
import { root } from '#tests/architecture/source.ts'
import { serveCommand, startProgram } from './program.ts'

const base = mkdtempSync(path.join(os.tmpdir(), 'xaso-doctor-'))
const folder = path.join(base, 'data')
afterAll(() => rmSync(base, { recursive: true, force: true }))

const command = (...args: string[]) => commandWith({}, ...args)

function commandWith(more: Record<string, string>, ...args: string[]) {
  const [file, ...rest] = [...serveCommand.slice(0, -1), ...args]
  const environment = { PATH: process.env.PATH, HOME: base, XASO_NO_INSTALL: '1', XASO_DATA: folder, ...more }
  return spawnSync(file!, rest, { cwd: root, encoding: 'utf8', env: environment })
}

describe('the command line', { timeout: 180_000 }, () => {
  test('says how it is used, and refuses a command that it does not know', () => {
    expect(command('help')).toMatchObject({ status: 0, stderr: expect.stringContaining('Cách dùng') })
    expect(command('no-such-command').status).toBe(2)
  })

  test('doctor names what is there and what is not before the first start, and makes nothing', () => {
    const { stdout } = command('doctor')
    expect(stdout).toMatch(/^✓ Node 24/)
    expect(stdout).toContain('sẽ được lập ở lần chạy đầu')
    for (const { program, name } of debianPackages) {
      expect(stdout).toMatch(new RegExp(`^[✓✗] ${program}`, 'm'))
      if (stdout.includes(`✗ ${program}`)) expect(stdout).toContain(`apt-get install -y ${name}`)
    }
    expect(existsSync(folder)).toBe(false)
  })

  test('names the accounts of the demonstration as one array of JSON, alone on stdout', () => {
    const { status, stdout, stderr } = command('demo', 'accounts', '--json')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const accounts = JSON.parse(stdout) as Record<string, string | null>[]
    expect(accounts.length).toBeGreaterThan(110)
    for (const account of accounts) {
      expect(Object.keys(account)).toEqual(['login', 'password', 'name', 'role', 'agency', 'agencyName'])
      // Who runs the installation belongs to no agency; everybody else names his, with its identifier.
      const ofAgency = account.role !== 'installation-admin'
      for (const [key, value] of Object.entries(account))
        if (ofAgency || !key.startsWith('agency')) expect(value, `${account.login} ${key}`).toEqual(expect.any(String))
    }
    const roles = new Set(accounts.map(account => account.role))
    expect([...roles].sort()).toEqual([...seatRoles, 'installation-admin'].sort())
    expect(new Set(accounts.map(account => account.login)).size).toBe(accounts.length)
  })

  test('names none of a real installation, where they do not exist', () => {
    const { status, stdout, stderr } = commandWith({ XASO_DEMO: '0' }, 'demo', 'accounts', '--json')
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain('không có tài khoản minh họa')
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
