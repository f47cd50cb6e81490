import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const compressible = /\.(js|css|svg|webmanifest)$/
const brotli = promisify(brotliCompress)

/**
 * Puts a `.br` and a `.gz` beside each text file of the build, as small as it gets: done once here, not at each request,
 * and the line to the commune carries a quarter.
 */
export function compressedFiles(): Plugin {
  let folder = ''
  return {
    name: 'xaso-compressed-files',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir)
    },
    // Not `closeBundle`: that runs after a failed build too, and its error would hide the one that says why.
    async writeBundle() {
      const files = await readdir(folder, { recursive: true })
      await Promise.all(files.filter(file => compressible.test(file)).map(file => compress(path.join(folder, file))))
    },
  }
}

async function compress(file: string): Promise<void> {
  const content = await readFile(file)
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await writeFile(`${file}.br`, await brotli(content, { params: quality }))
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
}
