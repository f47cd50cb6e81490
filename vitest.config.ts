import { defineConfig } from 'vitest/config'

const long = process.env.XASO_LONG_TESTS === '1'

export default defineConfig({
  test: {
    include: ['apps', 'lib', 'modules', 'platform', 'tests'].map(folder => `${folder}/**/*.test.ts`),
    exclude: ['**/node_modules/**', '**/dist/**', ...(long ? [] : ['**/*.long.test.ts'])],
    globalSetup: ['tests/database/global-setup.ts', 'tests/browser/global-setup.ts'],
    // One database a worker, each file in agencies of its own: many times faster than a database a file.
    pool: 'forks',
    maxWorkers: 2,
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    reporters: ['default'],
  },
})
