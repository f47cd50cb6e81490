import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compressedFiles } from './compress.ts'
import { pdfParts } from './pdf-parts.ts'

// Where the server of the house listens while the app is developed beside it.
const server = 'http://127.0.0.1:8080'

export default defineConfig({
  base: '/',
  plugins: [react(), pdfParts(), compressedFiles()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // Fonts and pictures stay files of their own: inlined they would be fetched by who does not need them.
    assetsInlineLimit: 0,
    // Icons are drawn by a few bytes each: as files of their own their heads would weigh more than they.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'icons', test: /@tabler[\\/]icons-react[\\/]dist[\\/]esm[\\/]icons/ }] },
      },
    },
    target: ['chrome109', 'firefox115', 'safari16.4'],
  },
  server: {
    proxy: { '/api': { target: server, changeOrigin: true }, '/healthz': { target: server, changeOrigin: true } },
  },
})
