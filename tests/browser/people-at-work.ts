import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, inject } from 'vitest'
import { root } from '#tests/architecture/source.ts'
import { launchBrowser, patienceMs } from './browser.ts'
import { type AtWork, type Person, sitDown } from './people.ts'

/** The one program of all browser tests, and the browser of one file of them. */
export type OnStage = { readonly browser: Browser; readonly origin: string }

/** Opens a browser before the tests of a file and closes it after them; both are there from the first test on. */
export function onStage(): OnStage {
  const stage: { browser?: Browser; origin?: string } = {}
  beforeAll(async () => {
    stage.origin = await (await fetch(inject('browserStage'))).text()
    stage.browser = await launchBrowser()
  }, patienceMs)
  afterAll(() => stage.browser?.close())
  return stage as OnStage
}

/**
 * Some people at work, each in a browser of his own that stays open from test to test, as in an office. What each of them
 * had before him when a test failed lies in `test-results/`, under the file's name.
 *
 * @param comeIn how they begin: with a session (`sitDown`), or by signing in on the first page (`signIn`)
 * @returns whoever is asked for, at his machine
 */
export function peopleAtWork<Who extends string>(
  file: string,
  people: Readonly<Record<Who, Person>>,
  comeIn: typeof sitDown = sitDown,
): (who: Who) => Promise<AtWork> {
  const stage = onStage()
  const seated = new Map<Who, Promise<AtWork>>()
  afterEach(async ({ task }) => {
    if (task.result?.state !== 'fail') return
    for (const [who, work] of seated) {
      const { page } = await work
      await page.screenshot({ path: path.join(root, 'test-results', `${file}-${who}.png`) })
    }
  })
  return who => {
    const work = seated.get(who) ?? comeIn(stage.browser, people[who], { origin: stage.origin })
    seated.set(who, work)
    return work
  }
}
