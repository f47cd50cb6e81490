import { fold } from '#lib/vietnamese/index.ts'

type Recipient = { readonly name: string; readonly purpose: string }

/** So many are named each on a line of its own; more stand one after the other, for the foot of a page is no list. */
const mostLines = 12

/**
 * The lines of "Nơi nhận", without that of the file copy: those to act first, then those who are told, each by name
 * (NĐ 30/2020 Phụ lục I, phần II, mục I.9). Whom "Kính gửi" names already is "Như trên"; where it names several as a whole
 * ("các xã, phường"), all who are to act are meant by it.
 *
 * @param recipients in their order; of purpose `act` are those who are to act
 * @param addressees the lines of "Kính gửi", none where the type has no such line
 * @example recipientLines([{ name: 'Sở Nội vụ', purpose: 'act' }, { name: 'Thôn Nam', purpose: 'inform' }], ['Sở Nội vụ'])
 *   // ['Như trên', 'Thôn Nam']
 */
export function recipientLines(recipients: readonly Recipient[], addressees: readonly string[]): string[] {
  const acting = recipients.filter(one => one.purpose === 'act')
  const named = new Set(addressees.map(keyOf).filter(Boolean))
  const known = new Set(acting.map(one => keyOf(one.name)))
  const asWhole = [...named].some(key => !known.has(key))
  const above = named.size === 0 ? [] : acting.filter(one => asWhole || named.has(keyOf(one.name)))
  const names = [...acting.filter(one => !above.includes(one)), ...recipients.filter(one => one.purpose !== 'act')].map(
    one => one.name,
  )
  return [...(above.length > 0 ? ['Như trên'] : []), ...(names.length > mostLines ? [names.join('; ')] : names)]
}

const keyOf = (name: string): string =>
  fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
