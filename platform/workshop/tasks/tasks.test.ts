import { rm, stat } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createWorkshop, type Workshop } from '../workshop.ts'
import { createdAt, jpeg, officialLetter, pdfOfManyObjects, testFolder } from './testing.ts'

let here: Awaited<ReturnType<typeof testFolder>>
let workshop: Workshop
beforeAll(async () => {
  here = await testFolder()
  workshop = createWorkshop({ maxProcesses: 2, folder: here.folder })
})
afterAll(async () => {
  await workshop.stop()
  await rm(here.folder, { recursive: true })
})
const code = (name: string) => expect.objectContaining({ code: `workshop.${name}` })

describe('in their confined processes', () => {
  test('a letter is rendered, frozen, numbered and read again', async () => {
    const letter = await workshop.run('render-letter', { letter: officialLetter, createdAt })
    const frozen = await workshop.run('freeze-pdf', { path: letter.pdfPath, places: letter.places! })
    const date = 'ngày 05 tháng 01 năm 2026'
    const numbered = await workshop.run('fill-number', { path: frozen.pdfPath, number: '15', date })
    const { lines } = await workshop.run('inspect-pdf', { path: numbered.pdfPath })
    expect(lines.map(line => line.text)).toContain('Số: 15/UBND-VX')
  })

  test('a sample document says at its foot that it is one', async () => {
    const numbering = { kind: 'given', number: '15', date: 'ngày 05 tháng 01 năm 2026' } as const
    const { pdfPath } = await workshop.run('make-demo-document', {
      letter: { ...officialLetter, numbering },
      createdAt,
    })
    expect((await workshop.run('inspect-pdf', { path: pdfPath })).text[0]).toContain('TÀI LIỆU MẪU')
  })

  test('photos, other files and two texts are worked on without native code', async () => {
    const photo = await here.put('đơn.jpg', jpeg(6))
    expect(await workshop.run('inspect-file', { path: photo })).toMatchObject({ type: 'jpeg' })
    const { pdfPath } = await workshop.run('images-to-pdf', { paths: [photo, photo], title: 'Đơn' })
    expect((await stat(pdfPath)).size).toBeGreaterThan(500)
    const { parts } = await workshop.run('diff-text', { before: 'một hai', after: 'một ba' })
    expect(parts.map(part => part.kind)).toEqual(['same', 'removed', 'added'])
  })

  test('what is wrong with a file is told in Vietnamese', async () => {
    const path = await here.put('hỏng.pdf', 'không phải PDF')
    await expect(workshop.run('inspect-pdf', { path })).rejects.toEqual(code('Malformed'))
    await expect(workshop.run('inspect-file', { path })).rejects.toMatchObject({
      title: 'Loại tệp này không được nhận.',
    })
  })

  test('a PDF of 100,000 objects costs no more than its limits', async () => {
    const path = await here.put('nhiều.pdf', pdfOfManyObjects(100_000))
    const { pages } = await workshop.run('inspect-pdf', { path }, { timeoutMs: 20_000 })
    expect(pages).toBe(1)
  }, 30_000)
})
