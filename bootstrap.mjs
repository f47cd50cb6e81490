// Plain JavaScript for Node 20 or newer, no packages: installs what is missing, then runs the program on the pinned Node 24.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('.', import.meta.url)))
const stamp = 'node_modules/.xaso-installed'
const busy = '.installing'
const say = line => process.stderr.write(`${line}\n`)
const wanted = () =>
  createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(process.platform + process.arch)
    .digest('hex')
const installed = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()

if (!installed() && process.env.XASO_NO_INSTALL !== '1') await installAlone()
await run(process.argv[2], process.argv.slice(3))

/** Two first starts at once must not both install: the second waits for the first, and takes over if that one died. */
async function installAlone() {
  for (;;) {
    try {
      closeSync(openSync(busy, 'wx'))
      break
    } catch (error) {
      if (error.code !== 'EEXIST')
        fail(`Không ghi được vào thư mục chương trình (${error.code}). Chạy bằng tài khoản sở hữu thư mục.`)
      if (installed()) return
      if (Date.now() - statSync(busy).mtimeMs > 600_000) rmSync(busy, { force: true })
      await sleep(500)
    }
  }
  const drop = () => rmSync(busy, { force: true })
  process.on('exit', drop)
  try {
    if (!installed()) install()
  } finally {
    drop()
  }
}

function install() {
  say(
    existsSync('node_modules')
      ? '· Danh sách gói đã đổi: cài lại …'
      : '· Lần chạy đầu: cài các gói cần thiết (khoảng nửa phút) …',
  )
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const result = spawnSync(
    npm[0],
    [...npm.slice(1), 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      stdio: ['ignore', 2, 2],
    },
  )
  if (result.status !== 0)
    fail('Cài gói không thành công: kiểm tra mạng tới kho gói npm và chỗ trống trên ổ đĩa, rồi chạy lại.')
  writeFileSync(stamp, wanted())
}

async function run(entry, args) {
  const pinned = `node_modules/.bin/node${process.platform === 'win32' ? '.exe' : ''}`
  const newEnough = Number(process.versions.node.split('.')[0]) >= 24
  if (newEnough) {
    process.argv = [process.argv[0], entry, ...args]
    await import(new URL(entry, import.meta.url))
    return
  }
  if (!existsSync(pinned))
    fail(
      `Node ${process.versions.node} quá cũ và không có bản Node kèm theo cho ${process.platform}-${process.arch}: cài Node 24 trở lên.`,
    )
  const child = spawn(pinned, [entry, ...args], { stdio: 'inherit' })
  // Ctrl-C reaches the whole group by itself; what is sent to this process alone is handed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

function fail(sentence) {
  say(sentence)
  process.exit(1)
}
