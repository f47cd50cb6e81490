import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'
import { fullDisk } from './data-folder.ts'
import type { Runner } from './runner.ts'

/** The secret of a database role, made at its first use and readable by the owner of the data folder alone. */
export function secretOf(folder: string, role: string): string {
  const file = path.join(folder, `secret-${role}`)
  if (!existsSync(file)) writeDurably(file, randomBytes(32).toString('base64url'))
  return readFileSync(file, 'utf8')
}

/** Whole or not at all: a secret lost in a power cut would lock everybody out. */
function writeDurably(file: string, text: string): void {
  const unfinished = `${file}.new`
  const opened = openSync(unfinished, 'w', 0o600)
  writeSync(opened, text)
  fsyncSync(opened)
  closeSync(opened)
  renameSync(unfinished, file)
}

export const postgresEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C.UTF-8',
  LC_MESSAGES: 'C',
  TZ: 'UTC',
})

export const hasCluster = (folder: string): boolean => existsSync(path.join(folder, 'pg/PG_VERSION'))

/**
 * Makes the cluster unless it is there. It is made beside its place and renamed when whole: a half-made one never bears
 * the real name.
 */
export function ensureCluster(facts: { native: string; folder: string; runner: Runner; superuser: string }): string {
  const { native, folder, runner, superuser } = facts
  const cluster = path.join(folder, 'pg')
  if (hasCluster(folder)) {
    giveTo(runner, cluster)
    return cluster
  }
  const fresh = `${cluster}.new`
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  giveTo(runner, fresh)
  const passwordFile = path.join(folder, 'password.tmp')
  writeFileSync(passwordFile, secretOf(folder, superuser), { mode: 0o600 })
  if (runner.owner) chownSync(passwordFile, runner.owner.uid, runner.owner.gid)
  const [command, args] = runner.command(path.join(native, 'bin/initdb'), [
    '-D',
    fresh,
    '-U',
    superuser,
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--auth=scram-sha-256',
    `--pwfile=${runner.seen(passwordFile)}`,
    '-c',
    'scram_iterations=1',
  ])
  const made = spawnSync(command, args, { encoding: 'utf8', env: postgresEnvironment(), cwd: '/' })
  rmSync(passwordFile, { force: true })
  if (made.status !== 0) {
    const why = made.stderr || made.error?.message || made.stdout
    if (/No space left/.test(why)) throw fullDisk(folder)
    throw new StartError(`Không lập được cơ sở dữ liệu trong ${folder}: ${lastLine(why)}`)
  }
  renameSync(fresh, cluster)
  return cluster
}

/** The folder may have been used as another account before: its files follow the one that runs PostgreSQL now. */
function giveTo(runner: Runner, folder: string): void {
  if (!runner.owner || statSync(folder).uid === runner.owner.uid) return
  spawnSync('chown', ['-R', `${runner.owner.uid}:${runner.owner.gid}`, folder])
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''
