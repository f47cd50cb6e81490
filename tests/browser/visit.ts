import type { AtWork } from './people.ts'

/**
 * Opens an address and waits until the screen has everything it asked for and the letters stand.
 *
 * @returns what went wrong meanwhile: refused or failed requests, errors of the script
 */
export async function visit({ page, open }: AtWork, address: string): Promise<readonly string[]> {
  const faults: string[] = []
  const answered = (answer: { status(): number; url(): string }) => {
    if (answer.status() >= 400) faults.push(`${answer.status()} ${answer.url()}`)
  }
  const broken = (error: Error) => faults.push(error.message)
  page.on('response', answered)
  page.on('pageerror', broken)
  await open(address)
  // Inside the frame: what asks first which seat is meant has a heading too, and is not the screen.
  await page.locator('#content').waitFor()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  page.off('response', answered)
  page.off('pageerror', broken)
  return faults
}
