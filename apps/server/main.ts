import module from 'node:module'
import { fileURLToPath } from 'node:url'

// Keeps stripped and compiled code between starts; it must be on before the first import that is worth it.
module.enableCompileCache()

const commands: Readonly<Record<string, () => Promise<{ run(args: string[], folder: string): Promise<number> }>>> = {
  serve: () => import('./commands/serve.ts'),
  migrate: () => import('./commands/migrate.ts'),
  demo: () => import('./commands/demo.ts'),
  administrators: () => import('./commands/administrators.ts'),
  doctor: () => import('./commands/doctor.ts'),
}

const folder = fileURLToPath(new URL('../..', import.meta.url))
const [name = 'help', ...args] = process.argv.slice(2)
const command = commands[name]

if (!command) {
  console.error(
    'Cách dùng: npm run -s xaso -- LỆNH\n\n  serve                  chạy hệ thống\n  migrate [--types]      cập nhật cấu trúc dữ liệu\n  demo accounts --json   tài khoản của bản minh họa\n  administrators         quản trị hệ thống: xem, cấp lại đường đăng nhập\n  doctor                 kiểm tra máy này',
  )
  process.exitCode = name === 'help' ? 0 : 2
} else {
  try {
    const { run } = await command()
    process.exitCode = await run(args, folder)
  } catch (error) {
    const sentence = sentenceFor(error)
    if (!sentence) throw error
    console.error(sentence)
    process.exitCode = 2
  }
}

/** What an operator can mend is told in one sentence; anything else is a fault of ours and shows where. */
function sentenceFor(error: unknown): string | undefined {
  const { name, message, code } = error as Error & { code?: string }
  if (name === 'StartError') return message
  // No room, as the system and as PostgreSQL say it.
  if (code === 'ENOSPC' || code === '53100')
    return 'Ổ đĩa đã đầy. Giải phóng ít nhất 200 MB rồi chạy lại; dữ liệu đã ghi vẫn còn nguyên.'
  return undefined
}
