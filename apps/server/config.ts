import { isIP, isIPv4 } from 'node:net'
import path from 'node:path'
import { StartError } from '#platform/database/start-error.ts'

/** What the environment says, read once. */
export type Configuration = {
  readonly port: number
  readonly host: string
  /** The address people type, without a slash at its end. */
  readonly origin: string
  /** Addresses of the proxies in front that are not on this machine. */
  readonly proxies: readonly string[]
  readonly dataFolder: string
  /** The demonstration province with all of its documents, with the first sixty alone, or real data. */
  readonly demonstration: 'whole' | 'small' | 'none'
  readonly databaseUrl: string | undefined
  readonly databaseOwnerUrl: string | undefined
}

/**
 * Reads `XASO_PORT`, `XASO_HOST`, `XASO_ORIGIN`, `XASO_PROXY`, `XASO_DATA`, `XASO_DEMO`, `XASO_INSECURE`, `DATABASE_URL`
 * and `DATABASE_OWNER_URL`.
 *
 * @throws StartError for what is not usable, or not safe
 */
export function readConfiguration(environment: NodeJS.ProcessEnv, folder: string): Configuration {
  const port = readPort(environment.XASO_PORT)
  const host = environment.XASO_HOST || '127.0.0.1'
  const origin = readOrigin(environment.XASO_ORIGIN, host, port)
  const configuration: Configuration = {
    port,
    host,
    origin,
    proxies: readProxies(environment.XASO_PROXY),
    dataFolder: path.resolve(folder, environment.XASO_DATA || 'data'),
    demonstration: readDemonstration(environment.XASO_DEMO),
    databaseUrl: environment.DATABASE_URL || undefined,
    databaseOwnerUrl: environment.DATABASE_OWNER_URL || undefined,
  }
  if (configuration.databaseOwnerUrl && !configuration.databaseUrl)
    throw new StartError(
      'Có DATABASE_OWNER_URL mà thiếu DATABASE_URL: đặt cả hai, hoặc bỏ cả hai để dùng PostgreSQL kèm theo.',
    )
  refuseUnsafe(configuration, environment.XASO_INSECURE === '1')
  return configuration
}

/** Only an address counts: a name such as 127.example.com may lead anywhere. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'))

function readDemonstration(given: string | undefined): Configuration['demonstration'] {
  if (!given || given === '1') return 'whole'
  if (given === 'small') return 'small'
  if (given === '0') return 'none'
  throw new StartError(
    `XASO_DEMO=${given} không có nghĩa. Bỏ trống để dùng bản minh họa, đặt small để chỉ lập 60 văn bản đầu, hoặc 0 để cài đặt thật.`,
  )
}

function readPort(given: string | undefined): number {
  const port = Number(given || 8080)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartError(`XASO_PORT=${given} không phải số cổng. Đặt một số từ 1 đến 65535.`)
  return port
}

function readOrigin(given: string | undefined, host: string, port: number): string {
  if (!given && ['0.0.0.0', '::'].includes(host))
    throw new StartError(
      `XASO_HOST=${host} là mọi địa chỉ của máy này, không phải địa chỉ để gõ. Đặt thêm XASO_ORIGIN là địa chỉ mà cán bộ gõ: https://xaso.tinh.gov.vn.`,
    )
  if (!given) return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin
  try {
    const { origin, protocol } = new URL(given)
    if (protocol === 'https:' || protocol === 'http:') return origin
  } catch {}
  throw new StartError(`XASO_ORIGIN=${given} không phải địa chỉ web. Viết dạng https://xaso.tinh.gov.vn.`)
}

/** Single addresses, never a range: whoever is on the list may say that a request came from anywhere. */
function readProxies(given: string | undefined): readonly string[] {
  const proxies = (given ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(Boolean)
  const wrong = proxies.find(one => !isIP(one))
  if (wrong)
    throw new StartError(
      `XASO_PROXY=${wrong} không phải địa chỉ IP. Ghi địa chỉ của máy chủ ủy nhiệm, nhiều máy cách nhau bằng dấu phẩy: 10.0.0.2,10.0.0.3.`,
    )
  return proxies
}

/** What is seen from other machines: listening there itself, or behind a proxy that has another name. */
function refuseUnsafe({ host, origin, demonstration }: Configuration, takesRisk: boolean): void {
  const { protocol, hostname } = new URL(origin)
  if (isLoopback(host) && isLoopback(hostname.replace(/^\[|\]$/g, ''))) return
  if (demonstration !== 'none')
    throw new StartError(
      'Bản minh họa chỉ chạy trên chính máy này. Bỏ XASO_HOST và XASO_ORIGIN, hoặc đặt XASO_DEMO=0 để cài đặt thật.',
    )
  if (protocol !== 'https:' && !takesRisk)
    throw new StartError(
      'Phục vụ ngoài máy này cần https: đặt XASO_ORIGIN=https://… phía sau một máy chủ ủy nhiệm có TLS (hoặc XASO_INSECURE=1 nếu chấp nhận rủi ro).',
    )
}
