import type { HistoryEntry } from '#modules/documents/contract.ts'
import { historyVerbOf } from '../../history-acts.vi.ts'
import { readerMessages } from './reader-messages.vi.ts'

const words = readerMessages.history

/** "Hồ Văn Thuận (thay Lê Thị Hoa) cho ý kiến chỉ đạo, tới Phòng Kinh tế". */
export function sentenceOf({ act, actorName, onBehalfOfName, detail }: HistoryEntry): string {
  const behalf = onBehalfOfName ? words.behalf(onBehalfOfName) : ''
  const from = namesIn(detail.from)
  const to = namesIn(detail.to) || namesIn(detail.targets)
  return [
    `${actorName}${behalf} ${historyVerbOf(act)}`,
    from && words.from(from),
    act === 'answer-extension' ? grantedIn(detail.granted) : to && words.to(to),
    (act === 'ask-extension' || act === 'extend') && typeof detail.dueOn === 'string'
      ? words.granted(detail.dueOn)
      : '',
  ].join('')
}

const grantedIn = (granted: unknown): string =>
  typeof granted === 'string' ? words.granted(granted) : words.notGranted

/** Names as acts write them down: one, several, or parties with their part. */
function namesIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (!Array.isArray(value)) return ''
  return value
    .flatMap((one: unknown) => {
      if (typeof one === 'string') return one
      const name: unknown = typeof one === 'object' && one !== null && 'name' in one ? one.name : undefined
      return typeof name === 'string' ? name : []
    })
    .join(', ')
}
