import type { Workshop } from '#platform/workshop/workshop.ts'
import { findPlaces, type Place, type Places, usualPlaces } from './number-places.ts'

export type ProposedPlaces = {
  readonly page: { readonly width: number; readonly height: number }
  readonly places: Places<Place>
  /** As the page says, or as the decree's layout has them. */
  readonly from: 'page' | 'layout'
  /** The page says where the number stands, and left no blank for it there. */
  readonly noRoom: boolean
}

const a4 = { width: 595, height: 842 }

/** Where number and date would stand on an uploaded PDF if nobody moves them. @throws Refusal Encrypted, Malformed */
export async function proposePlaces(workshop: Workshop, path: string): Promise<ProposedPlaces> {
  const { lines, pageSizes } = await workshop.run('inspect-pdf', { path })
  const page = pageSizes[0] ?? a4
  const found = findPlaces(lines, page)
  if (found && found !== 'no-room') return { page, places: found, from: 'page', noRoom: false }
  return { page, places: usualPlaces, from: 'layout', noRoom: found === 'no-room' }
}
