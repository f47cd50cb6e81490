import { describe, expect, test } from 'vitest'
import { readConfiguration } from './config.ts'

const read = (environment: NodeJS.ProcessEnv) => readConfiguration(environment, '/opt/xaso')
const real = { XASO_DEMO: '0' }

describe('the configuration', () => {
  test('is the demonstration on this machine alone when nothing is said', () => {
    expect(read({})).toEqual({
      port: 8080,
      host: '127.0.0.1',
      origin: 'http://127.0.0.1:8080',
      proxies: [],
      dataFolder: '/opt/xaso/data',
      demonstration: 'whole',
      databaseUrl: undefined,
      databaseOwnerUrl: undefined,
    })
  })

  test('takes a data folder from anywhere, and an origin without its path', () => {
    expect(read({ XASO_DATA: '/var/lib/xaso' }).dataFolder).toBe('/var/lib/xaso')
    expect(read({ XASO_ORIGIN: 'https://xaso.quangtri.gov.vn/', ...real }).origin).toBe('https://xaso.quangtri.gov.vn')
    expect(read({ XASO_HOST: '::1' }).origin).toBe('http://[::1]:8080')
  })

  test.each([
    ['1', 'whole'],
    ['small', 'small'],
    ['0', 'none'],
  ])('takes XASO_DEMO=%s as %s', (given, demonstration) => {
    expect(read({ XASO_DEMO: given }).demonstration).toBe(demonstration)
  })

  test('does not guess what XASO_DEMO=no means: real data never lie in a demonstration by a slip', () => {
    expect(() => read({ XASO_DEMO: 'no' })).toThrow(/XASO_DEMO=no .*0 để cài đặt thật/)
  })

  test.each(['0', '65536', '80.5', 'http', '-1'])('refuses “%s” as a port', port => {
    expect(() => read({ XASO_PORT: port })).toThrow(/XASO_PORT/)
  })

  test.each(['xaso.vn', 'ftp://xaso.vn', 'https://'])('refuses “%s” as an origin', origin => {
    expect(() => read({ XASO_ORIGIN: origin })).toThrow(/XASO_ORIGIN/)
  })

  test('leaves the port out of the address where browsers do', () => {
    expect(read({ XASO_PORT: '80' }).origin).toBe('http://127.0.0.1')
    expect(read({ ...real, XASO_ORIGIN: 'https://xaso.vn:443' }).origin).toBe('https://xaso.vn')
  })

  test('never shows the demonstration to another machine, not even over https or behind a proxy on this one', () => {
    expect(() => read({ XASO_HOST: '0.0.0.0', XASO_ORIGIN: 'https://xaso.vn' })).toThrow(/XASO_DEMO=0/)
    expect(() => read({ XASO_ORIGIN: 'https://xaso.vn' })).toThrow(/XASO_DEMO=0/)
    expect(read({ XASO_ORIGIN: 'http://localhost:8080' }).demonstration).toBe('whole')
  })

  test('serves other machines over https, or when the operator takes the risk', () => {
    const everywhere = { ...real, XASO_HOST: '0.0.0.0' }
    for (const unsafe of [
      { ...real, XASO_HOST: '10.0.0.5' },
      { ...everywhere, XASO_ORIGIN: 'http://xaso.vn' },
      { ...real, XASO_ORIGIN: 'http://xaso.vn' },
    ]) {
      expect(() => read(unsafe)).toThrow(/https/)
      expect(() => read({ ...unsafe, XASO_INSECURE: '1' })).not.toThrow()
    }
    expect(read({ ...everywhere, XASO_ORIGIN: 'https://xaso.vn' }).origin).toBe('https://xaso.vn')
  })

  test('does not take “all addresses” for one that can be typed', () => {
    for (const host of ['0.0.0.0', '::'])
      expect(() => read({ ...real, XASO_HOST: host, XASO_INSECURE: '1' })).toThrow(/XASO_ORIGIN/)
  })

  test('takes proxies by their addresses, never a name or a whole range', () => {
    expect(read({ XASO_PROXY: ' 10.0.0.2, fd00::2 ' }).proxies).toEqual(['10.0.0.2', 'fd00::2'])
    for (const proxy of ['10.0.0.0/8', 'uniquelocal', 'proxy.xa.vn', '10.0.0.2;10.0.0.3'])
      expect(() => read({ XASO_PROXY: proxy })).toThrow(/XASO_PROXY/)
  })

  test('does not take a name for this machine because it begins with 127', () => {
    expect(() => read({ ...real, XASO_HOST: '127.example.com' })).toThrow(/https/)
  })

  test('wants the server’s address where the owner’s is given', () => {
    expect(() => read({ DATABASE_OWNER_URL: 'postgres://a:b@c/d' })).toThrow(/DATABASE_URL/)
  })
})
