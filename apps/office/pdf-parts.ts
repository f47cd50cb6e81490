import { copyFile, mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

/** Decoders for the pictures of scanners (JBIG2, JPEG 2000), which the PDF engine fetches by these names when it meets one. */
const decoders = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']

/** Lays the PDF engine's decoders under `/pdf/` of the build: the engine names them itself, so they keep their names. */
export function pdfParts(): Plugin {
  const from = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'wasm')
  let folder = ''
  return {
    name: 'xaso-pdf-parts',
    apply: 'build',
    configResolved(config) {
      folder = path.resolve(config.root, config.build.outDir, 'pdf')
    },
    async writeBundle() {
      await mkdir(folder, { recursive: true })
      await Promise.all(decoders.map(name => copyFile(path.join(from, name), path.join(folder, name))))
    },
  }
}
