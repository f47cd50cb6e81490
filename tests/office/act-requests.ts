import type { Direction } from '#modules/documents/contract.ts'

/** The acts of a document that go by another word in their address than in its state table. */
const pathOf: Readonly<Record<string, string>> = {
  edit: 'hold',
  'set-recipients': 'recipients',
  'hand-over-by-hand': 'handed-over',
  'collect-by-hand': 'collected',
}

/** The request that asks for an act, as a test sends it or a route declares it. */
export function actRequest(direction: Direction, act: string, id = ':id'): `${'POST' | 'PUT'} ${string}` {
  const path = `/documents/${direction}/${id}`
  return act === 'change' ? `PUT ${path}` : `POST ${path}/${pathOf[act] ?? act}`
}
