import { type Caller, newId } from './open-office.ts'

/** Documents approved all at once: their freezing has only begun when the last of them is answered. */
export async function approveDocuments(
  { clerk, leader, leaderSeatId }: { clerk: Caller; leader: Caller; leaderSeatId: string },
  count: number,
): Promise<string[]> {
  const ids = Array.from({ length: count }, newId)
  for (const id of ids) {
    await clerk.call('POST', '/documents/outgoing', {
      id,
      typeCode: 'thong-bao',
      subject: 'Về việc kiểm tra hệ thống thoát nước',
      ...{ signerSeatId: leaderSeatId, capacity: 'none', authority: 'head' },
      letter: {
        addressees: ['Các thôn trên địa bàn xã'],
        blocks: [{ kind: 'paragraph', runs: [{ text: 'Đề nghị các thôn kiểm tra trước mùa mưa.' }] }],
      },
      recipients: [{ id: newId(), kind: 'outside', name: 'Các thôn', carrier: 'paper', purpose: 'act' }],
    })
    await act(clerk, id, 'submit', { revision: 1 })
    await act(clerk, id, 'review', { revision: 1, result: 'agreed' })
  }
  await Promise.all(ids.map(id => act(leader, id, 'approve', { revision: 1 })))
  return ids
}

/** Asks for a document's number until the job that freezes it has been done. @returns how often it was told to wait */
export async function numberWhenFrozen(clerk: Caller, id: string, withinMillis: number): Promise<number> {
  const until = performance.now() + withinMillis
  for (let refused = 0; ; refused++) {
    const answer = await clerk.raw('POST', `/documents/outgoing/${id}/number`, {}, { 'idempotency-key': newId() })
    if (answer.ok) return refused
    const problem = (await answer.json()) as { code: string }
    if (problem.code !== 'documents.NotFrozenYet' || performance.now() > until)
      throw new Error(`no number after ${refused} tries: ${JSON.stringify(problem)}`)
    await new Promise(resolve => setTimeout(resolve, 250))
  }
}

const act = (who: Caller, id: string, name: string, body: object): Promise<unknown> =>
  who.call('POST', `/documents/outgoing/${id}/${name}`, body, { 'idempotency-key': newId() })
