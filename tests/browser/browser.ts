import { execFileSync } from 'node:child_process'
import { type Browser, chromium } from 'playwright-core'

/** The two sizes that every screen must serve: the office's laptop and a cheap phone. */
export const laptop = { width: 1366, height: 768 } as const
export const phone = { width: 360, height: 760 } as const

/** A test that fails only because its machine has much else to do is a broken test. */
export const patienceMs = 300_000

/** The machine's own Chromium, headless, silent towards everything but the page. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
