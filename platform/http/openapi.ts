import { z } from '#lib/schemas/index.ts'
import { cookieName } from './gate.ts'
import type { Route } from './routes.ts'

type JsonSchema = Record<string, unknown>

/**
 * The OpenAPI 3.1 document of the routes. Schemas that bear a name (`named`) stand once under components; a route can
 * not be left out, for it is served from the same declaration.
 */
export function openApiDocument(routes: readonly Route[], facts: { origin: string; version: string }): JsonSchema {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `/api/v1${route.path}`.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: id => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  })
  for (const schema of Object.values(schemas)) {
    delete schema.$id
    delete schema.$schema
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Xã Số',
      version: facts.version,
      description:
        'Giao diện lập trình của Xã Số. Thời điểm theo UTC, ngày theo giờ Việt Nam; mọi lỗi là tài liệu RFC 9457.',
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: facts.origin }],
    security: [{ session: [] }],
    tags: [...new Set(routes.map(route => route.module))].map(name => ({ name, description: `Phần ${name}` })),
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: cookieName(facts) } },
      schemas: { ...schemas, FieldError: fieldErrorSchema, Problem: problemSchema },
      parameters: { Seat: seatParameter, IdempotencyKey: keyParameter },
      responses: {
        Problem: {
          description: 'Lỗi, nói rõ cần làm gì',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  }
}

function operation(route: Route) {
  const seated = typeof route.access !== 'string' || route.access === 'seated'
  const parameters = [
    ...[...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string', format: 'uuid' },
    })),
    ...queryParameters(route.query),
    ...(seated ? [{ $ref: '#/components/parameters/Seat' }] : []),
    ...(route.kind.name === 'act' ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
  ]
  const content = route.reply
    ? { 'application/json': { schema: reference(route.reply) } }
    : route.produces
      ? { [route.produces]: { schema: { type: 'string' } } }
      : undefined
  return {
    operationId: operationId(route),
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [route.module],
    ...(route.access === 'public' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(route),
    responses: {
      [String(route.status)]: { description: 'Được', ...(content ? { content } : {}) },
      '4XX': { $ref: '#/components/responses/Problem' },
      '5XX': { $ref: '#/components/responses/Problem' },
    },
  }
}

function requestBody(route: Route) {
  if (route.consumes) {
    const schema = { type: 'object', properties: { file: { type: 'string', format: 'binary' } }, required: ['file'] }
    return { requestBody: { required: true, content: { [route.consumes]: { schema } } } }
  }
  return route.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: reference(route.body) } } } }
    : {}
}

const operationId = ({ method, path }: Route): string =>
  method + path.replace(/[:/-]+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')

function reference(schema: z.core.$ZodType): JsonSchema {
  const name = z.globalRegistry.get(schema)?.id
  if (name) return { $ref: `#/components/schemas/${name}` }
  return withoutHeader(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
}

function queryParameters(schema: z.core.$ZodType | undefined) {
  if (!schema) return []
  const described = withoutHeader(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
  const required = new Set((described.required as string[] | undefined) ?? [])
  return Object.entries((described.properties as Record<string, JsonSchema> | undefined) ?? {}).map(([name, one]) => ({
    name,
    in: 'query',
    required: required.has(name),
    schema: one,
  }))
}

function withoutHeader({ $schema: _schema, id: _id, ...rest }: JsonSchema): JsonSchema {
  return rest
}

const seatParameter = {
  name: 'X-Seat',
  in: 'header',
  required: false,
  schema: { type: 'string', format: 'uuid' },
  description: 'Vị trí công tác đang làm việc; không cần khi người dùng chỉ có một vị trí.',
}
const keyParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 100 },
  description: 'Mã do phía gọi đặt; gửi lại cùng mã thì việc chỉ có hiệu lực một lần.',
}
const fieldErrorSchema = {
  type: 'object',
  required: ['path', 'message'],
  properties: { path: { type: 'string' }, message: { type: 'string' } },
}
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    errors: {
      type: 'array',
      items: { $ref: '#/components/schemas/FieldError' },
    },
    allowed: { type: 'array', items: { type: 'string' }, description: 'Việc được phép làm lúc này' },
    subject: { type: 'object', additionalProperties: true },
  },
}
