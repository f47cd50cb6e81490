import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '#tests/architecture/source.ts'
import { laptop, launchBrowser, phone } from './browser.ts'
import { sitDown } from './people.ts'
import { screenViews } from './screens.ts'
import { raiseStage } from './stage.ts'
import { visit } from './visit.ts'

/**
 * Takes a picture of every screen, as laptop and phone show it, into test-results/: to be looked at by people.
 * `node tests/browser/pictures.ts [ORIGIN] [PART OF A NAME]`; without an origin it starts the demonstration itself.
 */
const [given, part = ''] = process.argv.slice(2)
const stage = given ? undefined : await raiseStage()
const origin = given ?? stage!.origin
const folder = path.join(root, 'test-results')
mkdirSync(folder, { recursive: true })
const browser = await launchBrowser()

for (const { name, person, address } of (await screenViews()).filter(one => one.name.includes(part)))
  for (const [size, viewport] of Object.entries({ 1366: laptop, 360: phone })) {
    const work = await sitDown(browser, person, { origin, viewport })
    try {
      const faults = await visit(work, await address(work))
      for (const fault of faults) console.log(`${name}: ${fault}`)
    } catch (error) {
      console.log(`${name}: ${(error as Error).message}`)
    }
    const file = path.join(folder, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${size}.png`)
    await work.page.screenshot({ path: file })
    console.log(file)
    await work.context.close()
  }
await browser.close()
await stage?.stop()
