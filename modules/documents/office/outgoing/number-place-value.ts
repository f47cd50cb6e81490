import type { NumberPlace } from '#modules/documents/contract.ts'

type Page = { readonly width: number; readonly height: number }

const pointsPerMillimetre = 72 / 25.4
export const toPoints = (millimetres: number): number => millimetres * pointsPerMillimetre
export const toMillimetres = (points: number): number => Math.round((points / pointsPerMillimetre) * 10) / 10

/** A line of Times New Roman is as high as 1.107 of its size: by the height of a place its text is drawn. */
const lineHeight = 1.107
export const sizeOf = ({ height }: NumberPlace): number => Math.round((height / lineHeight) * 2) / 2
export const heightOf = (size: number): number => size * lineHeight

/** As far as the page goes, whatever was dragged or typed. */
export function withinPage(place: NumberPlace, page: Page): NumberPlace {
  const width = Math.min(place.width, page.width)
  const height = Math.min(place.height, page.height)
  const between = (value: number, most: number) => Math.min(Math.max(value, 0), most)
  return { width, height, x: between(place.x, page.width - width), y: between(place.y, page.height - height) }
}

/** How far an arrow key moves a place, in millimetres; nothing for any other key. */
export function stepOf(key: string, far: boolean): { x: number; y: number } | undefined {
  const by = far ? 5 : 1
  const steps: Readonly<Record<string, { x: number; y: number }>> = {
    ...{ ArrowLeft: { x: -by, y: 0 }, ArrowRight: { x: by, y: 0 } },
    ...{ ArrowUp: { x: 0, y: -by }, ArrowDown: { x: 0, y: by } },
  }
  return steps[key]
}

/** '45,9': as a person writes it. */
export const writeDecimal = (value: number): string => String(Math.round(value * 10) / 10).replace('.', ',')

/** @returns nothing for what is no number */
export function readDecimal(text: string): number | undefined {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || Number.isNaN(value) ? undefined : value
}
