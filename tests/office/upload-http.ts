import type { Answer, Caller, OfficeHttp } from './office-http.ts'

/** Sends a file as a browser's form does. */
export async function uploadOver(
  http: OfficeHttp,
  caller: Caller,
  bytes: Uint8Array,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer<{ id: string }>> {
  const boundary = '----xaso-test'
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="van-ban.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from([...parts, file].join('')),
    Buffer.from(bytes),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  const answer = await http.server.inject({
    method: 'POST',
    url: '/api/v1/files',
    headers: { ...(await http.headersOf(caller)), 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload,
  })
  return { status: answer.statusCode, body: answer.json(), text: answer.body }
}
