import type { Page } from 'playwright-core'
import type { AtWork } from './people.ts'

/** What a person does at the screen, by the words that stand on it. */

/** Opens a document from a list, by its subject, waiting until the list has it. */
export async function openFrom({ page, open }: AtWork, path: string, subject: string): Promise<void> {
  await open(path)
  await page.getByRole('link', { name: subject }).first().click()
  await page.getByRole('heading', { level: 1, name: subject }).waitFor()
}

export const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** Chooses an act that stands under "Việc khác". */
export async function pressUnderOthers(page: Page, name: string): Promise<void> {
  await page.getByText('Việc khác', { exact: true }).click()
  await page.locator('details[open]').getByRole('button', { name, exact: true }).click()
}

export const notices = (page: Page) => page.getByRole('region', { name: 'Thông báo' })
export const said = (page: Page, words: string | RegExp) => notices(page).getByText(words).first().waitFor()

/** Finds by typing, as a person does, and takes the first that fits. */
export async function choose(page: Page, label: string, name: string | RegExp, typed?: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label })
  await box.fill(typed ?? String(name))
  await page.getByRole('option', { name }).first().click()
}
