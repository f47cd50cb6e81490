import os from 'node:os'
import { formatDate } from '#lib/vietnamese/index.ts'
import {
  endInstallationAdministrator,
  installationAdministrators,
  inviteAdministrator,
  letSetPassword,
} from '#modules/agencies/installation-administrators.ts'
import type { Context } from '#platform/acts/context.ts'
import { type ActMachinery, runAct } from '#platform/acts/run.ts'
import { openPool } from '#platform/database/connections.ts'
import { openFileStore } from '#platform/files/store.ts'
import { installationId } from '#platform/installation/installation.ts'
import { liveEvents } from '#platform/notifications/live-events.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'
import { type Configuration, readConfiguration } from '../config.ts'
import { joinDatabase } from '../join-database.ts'
import { ports } from '../modules.ts'

const usage = `Cách dùng: npm run -s xaso -- administrators [VIỆC]

  administrators                         ai đang là quản trị hệ thống
  administrators link                    in liên kết để lập thêm một quản trị hệ thống
  administrators link TÊN-ĐĂNG-NHẬP      in liên kết để người đó đặt mật khẩu mới
  administrators end TÊN-ĐĂNG-NHẬP       người đó thôi quản trị hệ thống từ hôm nay`

/**
 * `xaso administrators`: the way back when whoever runs the installation forgot his password or has left. Only who works on
 * the server itself, as the account that owns the data, can run it; each use is audited with that account.
 */
export async function run(args: string[], folder: string): Promise<number> {
  const configuration = readConfiguration(process.env, folder)
  const [what = 'list', login, ...more] = args
  const isRight =
    more.length === 0 && (what === 'end' ? login !== undefined : what === 'link' || (what === 'list' && !login))
  if (!isRight) {
    console.error(usage)
    return 2
  }
  try {
    return await onInstallation(configuration, async context => {
      const by = `${os.userInfo().username}@${os.hostname()}`
      if (what === 'list') return say(await list(context))
      if (what === 'end') {
        await endInstallationAdministrator(context, { login: login!, by })
        return say([`${login} thôi quản trị hệ thống từ hôm nay.`])
      }
      const token = login ? await letSetPassword(context, { login, by }) : await inviteAdministrator(context, by)
      const page = login ? 'new-password' : 'first-administrator'
      return say([
        login
          ? `Trao liên kết sau cho ${login} để đặt mật khẩu mới (chỉ hiện một lần, dùng trong 3 ngày):`
          : 'Mở liên kết sau để lập thêm một quản trị hệ thống (chỉ hiện một lần, dùng trong 3 ngày):',
        `  ${configuration.origin}/${page}#${token}`,
      ])
    })
  } catch (error) {
    const sentence = refusal(error as { code?: unknown; name: string; message: string }, login)
    if (!sentence) throw error
    console.error(sentence)
    return 1
  }
}

function say(lines: readonly string[]): number {
  for (const line of lines) console.log(line)
  return 0
}

async function list(context: Context): Promise<string[]> {
  const administrators = await installationAdministrators(context)
  if (administrators.length === 0) return ['Chưa có quản trị hệ thống: chạy npm start để in liên kết đầu tiên.']
  return administrators.map(({ login, fullName, since }) => `${login}\t${fullName}\ttừ ${formatDate(since)}`)
}

async function onInstallation<Result>(
  configuration: Configuration,
  act: (context: Context) => Promise<Result>,
): Promise<Result> {
  const database = await joinDatabase(configuration)
  const pool = openPool(database.server, { max: 1, name: 'xaso-administrators' })
  try {
    const machinery: ActMachinery = {
      ...{ pool, ports, events: liveEvents(), store: openFileStore(configuration.dataFolder) },
      ...{ workshop: createWorkshop({ maxProcesses: 1, idleMs: 1_000 }), wakeRelay: () => {} },
      // The program that serves asks the database anew every ten seconds.
      rightsChanged: () => {},
    }
    const scope = {
      agency: installationId,
      actor: { kind: 'system', name: 'xaso administrators' } as const,
      origin: { requestId: `xaso-${process.pid}`, network: 'máy chủ' },
    }
    return await runAct(machinery, scope, act)
  } finally {
    await pool.end()
    await database.stop()
  }
}

/** What whoever typed the command can mend. */
function refusal({ code }: { code?: unknown }, login: string | undefined): string | undefined {
  if (code === 'platform.NotFound')
    return `“${login}” không phải là quản trị hệ thống. Xem danh sách: npm run -s xaso -- administrators`
  if (code === 'agencies.LastInstallationAdministrator')
    return 'Đây là quản trị hệ thống cuối cùng. Lập một người khác trước: npm run -s xaso -- administrators link'
  return undefined
}
