// Plain JavaScript for Node 20 or newer, no packages: installs what is missing, then runs the program on the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('.', import.meta.url)))
const stamp = 'node_modules/.xaso-installed'
const claim = '.installing'
const oldestNode = 24
/** A signal that ended the wait for a child; nothing more may be started then. */
let interrupted

const [entry, ...args] = process.argv.slice(2)
const installedNow = process.env.XASO_NO_INSTALL !== '1' && !isInstalled() && (await installAlone())
await run(installedNow)

function isInstalled() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()
}

function fingerprint() {
  return createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.platform + process.arch)
    .digest('hex')
}

/** Two first starts at once must not both install: the second waits for the first, and takes over if that one died. */
async function installAlone() {
  for (let told = false; !(await claimed()); await sleep(250)) {
    if (isInstalled()) return false
    if (!told) say('· Một lần chạy khác đang cài gói: chờ …')
    told = true
  }
  const giveUp = () => rmSync(claim, { force: true })
  process.on('exit', giveUp)
  if (!isInstalled()) await install()
  giveUp()
  return true
}

async function claimed() {
  try {
    writeFileSync(claim, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST')
      fail(`Không ghi được vào thư mục chương trình (${error.code}). Chạy bằng tài khoản sở hữu thư mục.`)
  }
  if (isAlive(holder())) return false
  // Its holder died. Whoever replaces the claim last has it: those who saw the same dead holder do so within moments.
  writeFileSync(`${claim}.${process.pid}`, String(process.pid))
  renameSync(`${claim}.${process.pid}`, claim)
  await sleep(300)
  return holder() === process.pid
}

function holder() {
  try {
    return Number(readFileSync(claim, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  // Just made and not yet written, or just removed: not dead, look again.
  if (!pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  say(
    existsSync('node_modules')
      ? '· Danh sách gói đã đổi: cài lại …'
      : '· Lần chạy đầu: cài các gói cần thiết (khoảng nửa phút) …',
  )
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const wanted = fingerprint()
  // The tools that build the office app are development packages: wanted also where NODE_ENV says production.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund']
  const code = await endOf(npm[0], [...npm.slice(1), 'ci', ...options, '--loglevel=error'], ['ignore', 2, 2])
  if (interrupted) process.exit(128 + constants.signals[interrupted])
  if (code !== 0) fail('Cài gói không thành công: kiểm tra mạng tới kho gói npm và chỗ trống trên ổ đĩa, rồi chạy lại.')
  writeFileSync(stamp, wanted)
}

async function run(installedNow) {
  const pinned = `node_modules/.bin/node${process.platform === 'win32' ? '.exe' : ''}`
  const hasPinned = existsSync(pinned)
  // npm puts node_modules/.bin first on the PATH, so a warm start is on the pinned Node already. After an install this
  // process may run on one that was just replaced.
  const isPinned = hasPinned && !installedNow && realpathSync(pinned) === realpathSync(process.execPath)
  if (isPinned || (!hasPinned && Number(process.versions.node.split('.')[0]) >= oldestNode)) {
    process.argv = [process.argv[0], entry, ...args]
    await import(new URL(entry, import.meta.url))
    return
  }
  if (!hasPinned)
    fail(
      `Node ${process.versions.node} quá cũ và không có bản Node kèm theo cho ${process.platform}-${process.arch}: cài Node ${oldestNode} trở lên.`,
    )
  // If this process is killed by force, the kernel ends the program too: else it would hold port and data unseen.
  const tied = ['--pdeathsig', 'TERM']
  const canTie = process.platform === 'linux' && spawnSync('setpriv', [...tied, 'true']).status === 0
  const command = [...(canTie ? ['setpriv', ...tied] : []), pinned, ...process.execArgv, entry, ...args]
  process.exit(await endOf(command[0], command.slice(1), 'inherit'))
}

/** Runs a child to its end and gives its exit code; signals that reach this process are handed on. */
function endOf(file, args, stdio) {
  return new Promise(resolve => {
    const child = spawn(file, args, { stdio })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
      process.on(signal, () => {
        interrupted = signal
        child.kill(signal)
      })
    child.on('error', () => resolve(127))
    child.on('exit', (code, signal) => resolve(signal ? 128 + constants.signals[signal] : code))
  })
}

/** Progress goes to stderr: a command's answer stands alone on stdout. */
function say(line) {
  process.stderr.write(`${line}\n`)
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}
