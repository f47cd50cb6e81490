import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { StartError } from '../start-error.ts'

/** How PostgreSQL's programs are run here, for they refuse root. */
export type Runner = {
  readonly name: 'plain' | 'setuid' | 'mount-namespace' | 'user-namespace'
  /** Whose files the cluster's must be. */
  readonly owner?: { uid: number; gid: number }
  /** The command line that runs a program so. */
  command(file: string, args: readonly string[]): [string, string[]]
  /** A path as the program sees it. */
  seen(path: string): string
}

type Account = { name: string; uid: number; gid: number }

const works = (command: readonly string[]): boolean =>
  spawnSync(command[0]!, command.slice(1), { stdio: 'ignore' }).status === 0
const same = (file: string): string => file

/** When Node dies by kill -9 the kernel tells PostgreSQL to shut down at once. */
const withParent = ['--pdeathsig', 'INT']

/**
 * Chooses a way to run PostgreSQL: as ourselves; as root under an unprivileged account that can reach programs and data;
 * else behind a private mount namespace that shows that account nothing but these two; else in a user namespace.
 *
 * @throws StartError when none is possible
 */
export function chooseRunner(native: string, dataFolder: string): Runner {
  if (process.getuid?.() !== 0) return asOurselves()
  const account = unprivilegedAccount()
  const drop = ['setpriv', `--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups', ...withParent]
  const reaches = works([
    ...drop,
    'sh',
    '-c',
    'test -x "$0" && test -x "$1"',
    path.join(native, 'bin/postgres'),
    dataFolder,
  ])
  if (reaches)
    return {
      name: 'setuid',
      owner: account,
      seen: same,
      command: (file, args) => [drop[0]!, [...drop.slice(1), file, ...args]],
    }
  const hidden = behindMounts(native, dataFolder, account, drop)
  if (hidden) return hidden
  if (works(['unshare', ...asNobody, 'true']))
    return {
      name: 'user-namespace',
      seen: same,
      command: (file, args) => ['unshare', [...asNobody, 'setpriv', ...withParent, file, ...args]],
    }
  throw new StartError(
    `PostgreSQL không chạy bằng tài khoản root và tài khoản “${account.name}” không vào được ${dataFolder}. Đặt XASO_DATA tới thư mục khác, ví dụ /var/lib/xaso, và để chương trình ngoài thư mục riêng của root.`,
  )
}

const asNobody = ['--user', '--map-user=65534', '--map-group=65534']

function asOurselves(): Runner {
  if (process.platform !== 'linux') return { name: 'plain', seen: same, command: (file, args) => [file, [...args]] }
  const known = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .some(line => Number(line.split(':')[2]) === process.getuid!())
  // PostgreSQL asks for its user's name: an id without one (some containers) gets a name in a namespace of its own.
  if (!known)
    return {
      name: 'user-namespace',
      seen: same,
      command: (file, args) => ['unshare', [...asNobody, 'setpriv', ...withParent, file, ...args]],
    }
  const tied = works(['setpriv', ...withParent, 'true'])
  return {
    name: 'plain',
    seen: same,
    command: (file, args) => (tied ? ['setpriv', [...withParent, file, ...args]] : [file, [...args]]),
  }
}

function unprivilegedAccount(): Account {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map(line => line.split(':'))
  for (const name of [process.env.XASO_PG_USER, 'xaso', 'postgres', 'nobody']) {
    const found = accounts.find(fields => fields[0] === name)
    if (name && found) return { name, uid: Number(found[2]), gid: Number(found[3]) }
  }
  throw new StartError(
    'Máy này không có tài khoản thường nào để chạy PostgreSQL: tạo tài khoản “xaso” (useradd -r xaso) rồi chạy lại.',
  )
}

/** In a mount namespace of its own PostgreSQL sees a small file system on an empty folder, and in it only programs and data. */
function behindMounts(
  native: string,
  dataFolder: string,
  account: Account,
  drop: readonly string[],
): Runner | undefined {
  if (!works(['unshare', '--mount', '--propagation', 'private', 'true'])) return undefined
  const base = ['/mnt', '/media', '/srv'].find(
    folder => existsSync(folder) && !native.startsWith(`${folder}/`) && !dataFolder.startsWith(`${folder}/`),
  )
  if (!base) return undefined
  const seen = (file: string): string => {
    if (file.startsWith(native)) return `${base}/n${file.slice(native.length)}`
    return file.startsWith(dataFolder) ? `${base}/d${file.slice(dataFolder.length)}` : file
  }
  const script =
    'mount -t tmpfs -o mode=711,size=64k none "$3" && mkdir "$3/n" "$3/d" && mount --bind "$1" "$3/n" && mount --bind "$2" "$3/d" && shift 3 && exec "$@"'
  return {
    name: 'mount-namespace',
    owner: account,
    seen,
    command: (file, args) => [
      'unshare',
      [
        '--mount',
        '--propagation',
        'private',
        'sh',
        '-c',
        script,
        'sh',
        native,
        dataFolder,
        base,
        ...drop,
        seen(file),
        ...args.map(seen),
      ],
    ],
  }
}
