import { readFile } from 'node:fs/promises'
import type { LetterData } from '#platform/workshop/tasks/letter.ts'
import { createWorkshop } from '#platform/workshop/workshop.ts'

/** A small PDF as an office sends it, made by the workshop: one page of a letter that nobody wrote. */
export async function samplePdf(facts: Partial<LetterData> = {}): Promise<Uint8Array<ArrayBuffer>> {
  const workshop = createWorkshop({ maxProcesses: 1 })
  try {
    const { pdfPath } = await workshop.run('render-letter', {
      letter: {
        layout: 'official-letter',
        letterhead: { superior: [], issuer: ['ĐIỆN LỰC', 'THỬ NGHIỆM'] },
        numbering: { kind: 'given', number: '15', date: 'ngày 05 tháng 01 năm 2026' },
        ...{
          afterNumber: '/TB-ĐL',
          place: 'Thử Nghiệm',
          subject: 'lịch ngừng điện',
          addressees: ['Ủy ban nhân dân xã Thử Nghiệm'],
        },
        blocks: [{ kind: 'paragraph', runs: [{ text: 'Đề nghị thông báo đến các hộ dùng điện trên địa bàn.' }] }],
        recipients: ['Như trên'],
        signing: { lines: ['GIÁM ĐỐC'], name: 'Lê Văn Thử' },
        ...facts,
      },
      createdAt: '2026-01-05T03:00:00Z',
    })
    return new Uint8Array(await readFile(pdfPath))
  } finally {
    await workshop.stop()
  }
}
