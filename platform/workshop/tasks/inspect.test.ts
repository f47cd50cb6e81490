import { rm } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readJpeg } from '../files/jpeg.ts'
import { imagesToPdf } from './images-to-pdf.ts'
import { inspectFile } from './inspect-file.ts'
import { inspectPdf } from './inspect-pdf.ts'
import { addScript, jpeg, pdfWith, testFolder } from './testing.ts'

let here: Awaited<ReturnType<typeof testFolder>>
beforeAll(async () => {
  here = await testFolder()
})
afterAll(() => rm(here.folder, { recursive: true }))

const inspect = async (bytes: Uint8Array | string) => inspectPdf({ path: await here.put('a.pdf', bytes) }, here.context)
const look = async (bytes: Uint8Array | string) => inspectFile({ path: await here.put('a', bytes) }, here.context)

describe('a PDF that came in', () => {
  test('with a password is refused as Encrypted, with restrictions alone is read', async () => {
    const locked = await pdfWith(document => document.encrypt({ userPassword: 'a', ownerPassword: 'b' }))
    await expect(inspect(locked)).rejects.toMatchObject({ code: 'Encrypted' })
    const restricted = await pdfWith(document => document.encrypt({ userPassword: '', ownerPassword: 'b' }))
    expect(await inspect(restricted)).toMatchObject({ encrypted: true, pages: 1 })
  })

  test('with a script says so', async () => {
    expect((await inspect(await pdfWith(addScript))).hasJavaScript).toBe(true)
    expect((await inspect(await pdfWith(() => {}))).hasJavaScript).toBe(false)
  })

  test('that is none, or cut off, is Malformed', async () => {
    await expect(inspect('Kính gửi')).rejects.toMatchObject({ code: 'Malformed' })
    await expect(inspect('')).rejects.toMatchObject({ code: 'Malformed' })
    const whole = await pdfWith(() => {})
    await expect(inspect(whole.subarray(0, 40))).rejects.toMatchObject({ code: 'Malformed' })
  })

  test('keeps at most 200,000 characters of text and says that it cut', async () => {
    const bytes = await pdfWith(document => {
      for (let sheet = 0; sheet < 12; sheet++) {
        const page = document.addPage()
        for (let row = 0; row < 25; row++) page.drawText('van ban '.repeat(100), { size: 1, y: 10 + row * 5 })
      }
    })
    const seen = await inspect(bytes)
    expect(seen.text.join('').length).toBe(200_000)
    expect(seen.textCut).toBe(true)
    expect(seen.pages).toBe(13)
    expect(seen.pageSizes).toHaveLength(13)
  })
})

const docx = (parts: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': '<Types/>',
        'word/document.xml':
          '<w:document><w:body><w:p><w:r><w:t>Kính gửi: </w:t></w:r><w:r><w:t xml:space="preserve">Sở Nội vụ &amp; các xã</w:t></w:r></w:p>' +
          '<w:p><w:del><w:r><w:delText>đã xóa</w:delText></w:r></w:del><w:r><w:t/><w:t>Nội dung</w:t></w:r></w:p>' +
          '<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Thôn</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Số hộ</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>',
        ...parts,
      }).map(([name, text]) => [name, strToU8(text)]),
    ),
  )

describe('a file is what it holds', () => {
  test('a Word file gives its text as lines and table rows, without what was deleted', async () => {
    expect(await look(docx())).toMatchObject({
      type: 'docx',
      text: 'Kính gửi: Sở Nội vụ & các xã\nNội dung\nThôn\tSố hộ',
      textCut: false,
    })
  })

  test.each([
    ['a macro', docx({ 'word/vbaProject.bin': 'x' }), 'HasMacro'],
    [
      'a macro content type',
      docx({ '[Content_Types].xml': 'application/vnd.ms-word.document.macroEnabled' }),
      'HasMacro',
    ],
    [
      'a template from elsewhere',
      docx({ 'word/_rels/settings.xml.rels': '<R Target="https://x.example/a.dotm"/>' }),
      'HasMacro',
    ],
    ['another zip', zipSync({ 'a.txt': strToU8('x') }), 'TypeNotAccepted'],
    ['a broken zip', docx().subarray(0, 60), 'Malformed'],
    [
      'a bomb',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': new Uint8Array(50 * 1024 * 1024) }),
      'TooLarge',
    ],
    ['a program', Buffer.from('MZ\x90\x00'), 'TypeNotAccepted'],
    ['a web page called .pdf', '<html><script>1</script></html>', 'TypeNotAccepted'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'TypeNotAccepted'],
    [
      'a Word file with a password',
      Buffer.concat([Buffer.from('d0cf11e0', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'Encrypted',
    ],
    ['nothing', '', 'TypeNotAccepted'],
  ])('%s is refused', async (_what, bytes, code) => {
    await expect(look(bytes)).rejects.toMatchObject({ code })
  })

  test('pictures and PDFs are known by their first bytes', async () => {
    expect(await look(await pdfWith(() => {}))).toMatchObject({ type: 'pdf' })
    expect(await look(jpeg())).toMatchObject({ type: 'jpeg', width: 2, height: 1 })
    expect(await look(jpeg(6))).toMatchObject({ type: 'jpeg', width: 1, height: 2 })
    expect(await look(png(3, 2))).toMatchObject({ type: 'png', width: 3, height: 2 })
  })
})

describe('photos to PDF', () => {
  test('puts each on a sheet, lying or standing as it was taken', async () => {
    const paths = [
      await here.put('1.jpg', jpeg()),
      await here.put('2.jpg', jpeg(6)),
      await here.put('3.png', png(2, 3)),
    ]
    const { pdfPath, pages } = await imagesToPdf({ paths, title: 'Đơn đề nghị' }, here.context)
    expect(pages).toBe(3)
    const { pageSizes, title } = await inspectPdf({ path: pdfPath }, here.context)
    expect(pageSizes.map(({ width, height }) => width > height)).toEqual([true, false, false])
    expect(title).toBe('Đơn đề nghị')
  })

  test('leaves out what a phone writes into a picture', () => {
    expect(jpeg(6).includes('GPS 16.8')).toBe(true)
    expect(readJpeg(jpeg(6)).bare.includes('GPS 16.8')).toBe(false)
    expect(readJpeg(jpeg(6)).bare.equals(jpeg())).toBe(true)
  })

  test('refuses what is no picture, and one that claims to be huge', async () => {
    const make = async (bytes: Buffer) => imagesToPdf({ paths: [await here.put('x', bytes)], title: '' }, here.context)
    await expect(make(Buffer.from('%PDF-1.4'))).rejects.toMatchObject({ code: 'TypeNotAccepted' })
    await expect(make(png(60_000, 60_000))).rejects.toMatchObject({ code: 'TooLarge' })
    await expect(make(jpeg().subarray(0, 30))).rejects.toMatchObject({ code: 'Malformed' })
  })
})

/** A PNG of one colour; its size is only claimed when it is large. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const out = Buffer.alloc(body.length + 8)
    out.writeUInt32BE(data.length, 0)
    body.copy(out, 4)
    out.writeUInt32BE(crc32(body), body.length + 4)
    return out
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const rows = Buffer.alloc(width * height > 1000 ? 10 : (width + 1) * height)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
