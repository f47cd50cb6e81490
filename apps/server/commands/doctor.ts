import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statfsSync } from 'node:fs'
import path from 'node:path'
import { nativeFolder } from '#platform/database/embedded/native.ts'
import { migrationsOf } from '#platform/database/migrate.ts'
import { readConfiguration } from '../config.ts'

type Finding = { readonly ok: boolean; readonly what: string; readonly remedy?: string }

/** `xaso doctor`: looks at this machine and says, line by line, what is there, what is not, and what to do. */
export async function run(_args: string[], folder: string): Promise<number> {
  const configuration = readConfiguration(process.env, folder)
  const findings: Finding[] = [
    {
      ok: Number(process.versions.node.split('.')[0]) >= 24,
      what: `Node ${process.versions.node}`,
      remedy: 'cài lại các gói: xóa node_modules rồi chạy npm start',
    },
    packages(folder),
    database(configuration.databaseUrl),
    dataFolder(configuration.dataFolder),
    disk(folder),
    { ok: true, what: `${migrationsOf().length} bước cấu trúc dữ liệu` },
    program('chromium', 'cần cho npm test: apt-get install -y chromium'),
    program('pdftotext', 'cần cho npm test: apt-get install -y poppler-utils'),
    program('soffice', 'không bắt buộc: chuyển Word sang PDF'),
  ]
  for (const { ok, what, remedy } of findings)
    console.log(`${ok ? '✓' : '✗'} ${what}${ok || !remedy ? '' : ` (${remedy})`}`)
  return findings.slice(0, 5).every(finding => finding.ok) ? 0 : 1
}

const packages = (folder: string): Finding => ({
  ok: existsSync(path.join(folder, 'node_modules/.xaso-installed')),
  what: 'các gói cần thiết',
  remedy: 'chạy npm start để cài',
})

function database(url: string | undefined): Finding {
  if (url) return { ok: true, what: `cơ sở dữ liệu ở ${new URL(url).hostname}` }
  try {
    return { ok: existsSync(path.join(nativeFolder(), 'bin')), what: 'PostgreSQL kèm theo' }
  } catch (error) {
    return { ok: false, what: 'PostgreSQL kèm theo', remedy: (error as Error).message }
  }
}

function dataFolder(folder: string): Finding {
  const version = path.join(folder, 'pg/PG_VERSION')
  if (!existsSync(folder)) return { ok: true, what: `thư mục dữ liệu ${folder} (sẽ được lập ở lần chạy đầu)` }
  return {
    ok: true,
    what: `thư mục dữ liệu ${folder}${existsSync(version) ? `, PostgreSQL ${readFileSync(version, 'utf8').trim()}` : ''}`,
  }
}

function disk(folder: string): Finding {
  const { bavail, blocks } = statfsSync(folder)
  const share = Math.round((bavail / blocks) * 100)
  return { ok: share >= 5, what: `ổ đĩa còn trống ${share} %`, remedy: 'dưới 5 % hệ thống không nhận tệp: dọn ổ đĩa' }
}

const program = (name: string, remedy: string): Finding => ({
  ok: spawnSync('sh', ['-c', `command -v ${name}`]).status === 0,
  what: name,
  remedy,
})
