import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildOfficeIfStale } from '#apps/server/build-office.ts'
import { debianPackages } from '#apps/server/debian-packages.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const long = process.argv.includes('--long')

installDebianPackages()
const checks = [
  check('types of server, modules and libraries', 'typescript/bin/tsc', ['--noEmit']),
  check('types of the office app', 'typescript/bin/tsc', ['--noEmit', '-p', 'apps/office']),
  check('types of the browser tests', 'typescript/bin/tsc', ['--noEmit', '-p', 'tests/browser']),
  check('no file, export or package that nobody uses', 'knip/bin/knip.js', ['--no-progress']),
  check('lint and format', '@biomejs/biome/bin/biome', ['check', '--max-diagnostics=20', '.']),
]
checks.push(await builds())
const tests = runVitest()
const passed = checks.filter(Boolean).length + tests.passed
const failed = checks.filter(ok => !ok).length + tests.failed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0

/** Browser and PDF tools come from Debian; as root they are installed, else the one line to run is said. */
function installDebianPackages(): void {
  const missing = debianPackages
    .filter(one => spawnSync('sh', ['-c', `command -v ${one.program}`]).status !== 0)
    .map(one => one.name)
  if (missing.length === 0) return
  const line = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() !== 0) {
    console.error(`The tests need Debian packages. Run as root: ${line}`)
    process.exit(1)
  }
  console.log(`Installing Debian packages: ${missing.join(', ')} …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const result = spawnSync('sh', ['-c', `apt-get update -qq && ${line} >/dev/null`], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: environment,
  })
  if (result.status !== 0) {
    console.error(`Could not install them. Run as root: ${line}`)
    process.exit(1)
  }
}

function check(name: string, program: string, args: string[]): boolean {
  const file = path.join(root, 'node_modules', program)
  const result = spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8' })
  const ok = result.status === 0
  console.log(`${ok ? '✓' : '✗'} ${name}`)
  if (!ok) console.log(`${result.stdout}\n${result.stderr}`.trim())
  return ok
}

/** The browser tests look at the app as it is built; one that does not build is a failure like any other. */
async function builds(): Promise<boolean> {
  try {
    await buildOfficeIfStale(root, console.error)
    return true
  } catch (error) {
    console.log(`✗ the office app is built\n${(error as Error).message}`)
    return false
  }
}

function runVitest(): { passed: number; failed: number } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-run-'))
  const report = path.join(folder, 'report.json')
  try {
    spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: root, stdio: 'inherit', env: { ...process.env, ...(long ? { XASO_LONG_TESTS: '1' } : {}) } },
    )
    if (!existsSync(report)) return { passed: 0, failed: 1 }
    const result = JSON.parse(readFileSync(report, 'utf8')) as {
      numPassedTests: number
      numFailedTests: number
      success: boolean
      testResults: { status: string; assertionResults: unknown[] }[]
    }
    // A file that could not even be loaded has no failed test, an error outside every test has no file: failures too.
    const unloaded = result.testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
    const failed = result.numFailedTests + unloaded.length || (result.success ? 0 : 1)
    return { passed: result.numPassedTests, failed }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
