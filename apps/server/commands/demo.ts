import { todayInVietnam } from '#lib/vietnamese/index.ts'
import { StartError } from '#platform/database/start-error.ts'
import { readConfiguration } from '../config.ts'
import { planDemonstration } from '../demo/plan.ts'
import { demonstrationSeed } from '../prepare-installation.ts'

/** `xaso demo accounts --json`: who can sign in to the demonstration, as one array. */
export async function run(args: string[], folder: string): Promise<number> {
  if (args[0] !== 'accounts') {
    console.error('Cách dùng: npm run -s xaso -- demo accounts [--json]')
    return 2
  }
  if (readConfiguration(process.env, folder).demonstration === 'none')
    throw new StartError('XASO_DEMO=0 là cài đặt thật: không có tài khoản minh họa. Bỏ XASO_DEMO để xem bản minh họa.')
  const { accounts } = planDemonstration({ seed: demonstrationSeed, today: todayInVietnam(new Date()) })
  const rows = accounts.map(account => ({
    login: account.login,
    password: account.password,
    name: account.name,
    role: account.role,
    agency: account.agencyCode,
    agencyName: account.agencyName,
  }))
  if (args.includes('--json')) console.log(JSON.stringify(rows))
  else
    for (const row of rows) console.log([row.login, row.password, row.name, row.role, row.agencyName ?? ''].join('\t'))
  return 0
}
