import { launchBrowser } from '#tests/browser/browser.ts'
import { firstLoad, nextLoads, sizeOf } from '#tests/browser/first-load.ts'
import { raiseStage } from '#tests/browser/stage.ts'
import { atMost, type Figure } from '../figure.ts'

/** What the office app sends over the line to a browser that has never been here, and for each screen after the first. */
export async function officeFigures(): Promise<Figure[]> {
  const stage = await raiseStage()
  const browser = await launchBrowser()
  try {
    const first = await firstLoad(browser, stage.origin)
    const next = [...(await nextLoads(browser, stage.origin)).values()].map(sizeOf)
    return [
      atMost('office app first screen JS', first.script, 'kB', 230),
      atMost('office app first screen JS+CSS+fonts', sizeOf(first), 'kB', 350),
      atMost('office app each next screen (largest)', Math.max(...next), 'kB', 50),
    ]
  } finally {
    await browser.close()
    await stage.stop()
  }
}
