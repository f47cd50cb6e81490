import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { allRoutes } from '#apps/server/modules.ts'
import { openApiDocument } from '#platform/http/openapi.ts'
import { root } from '#tests/architecture/source.ts'

const document = openApiDocument(allRoutes, { origin: 'https://xaso.example.vn', version: '0.1.0' })

test('the OpenAPI document lints clean by the recommended rules', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'xaso-openapi-'))
  try {
    writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(document))
    const redocly = path.join(root, 'node_modules/@redocly/cli/bin/cli.js')
    const environment = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', CI: 'true' }
    const output = execFileSync(process.execPath, [redocly, 'lint', '--format', 'json', 'openapi.json'], {
      cwd: folder,
      encoding: 'utf8',
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    expect(JSON.parse(output).problems).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['https://xaso.example.vn', '__Host-xaso'],
  ['http://127.0.0.1:8080', 'xaso-session'],
])('at %s the document names the cookie that is set there', (origin, cookie) => {
  const { components } = openApiDocument(allRoutes, { origin, version: '0.1.0' })
  expect(components).toMatchObject({ securitySchemes: { session: { in: 'cookie', name: cookie } } })
})

test('every reply and request body of the API is a named component', () => {
  const paths = document.paths as Record<
    string,
    Record<string, { requestBody?: unknown; responses: Record<string, unknown> }>
  >
  const unnamed = Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      jsonSchemas(operation)
        .filter(schema => !('$ref' in schema))
        .map(() => `${method} ${url}`),
    ),
  )
  expect(unnamed).toEqual([])
})

test('every object within a component is a component too, so that what reads the document gives it one name', () => {
  const { schemas } = document.components as { schemas: Record<string, object> }
  const unnamed = Object.entries(schemas).flatMap(([name, schema]) =>
    Object.entries(schema).flatMap(([field, inner]) => objectsIn(inner, `${name}.${field}`)),
  )
  expect(unnamed).toEqual([])
})

/** Where a schema describes an object by its fields; a map of one kind of value has none. */
function objectsIn(schema: unknown, at: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const inner = Object.entries(schema).flatMap(([field, part]) => objectsIn(part, `${at}.${field}`))
  return 'type' in schema && schema.type === 'object' && 'properties' in schema ? [at, ...inner] : inner
}

/** The JSON schemas of an operation's own body and success reply. */
function jsonSchemas(operation: { requestBody?: unknown; responses: Record<string, unknown> }): object[] {
  const bodies = [
    operation.requestBody,
    ...Object.entries(operation.responses)
      .filter(([status]) => /^2\d\d$/.test(status))
      .map(([, reply]) => reply),
  ]
  return bodies.flatMap(body => {
    const schema = (body as { content?: Record<string, { schema?: object }> } | undefined)?.content?.[
      'application/json'
    ]?.schema
    return schema ? [schema] : []
  })
}
