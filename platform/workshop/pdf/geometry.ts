import { degrees, type PDFPage } from '@cantoo/pdf-lib'

/** A rectangle in points from the top left of the page as it is shown, the page counted from 1. */
export type PlaceOnPage = {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * Ascent and descent of Times New Roman and Tinos in parts of the size. A line of text is measured by them everywhere
 * here, so that size and baseline follow from the height of its rectangle.
 */
export const ascent = 0.891
export const descent = 0.216
export const lineHeight = ascent + descent

/** The rectangle in the page's own coordinates, whatever its rotation and crop; undefined when it is off the page. */
export function rectangleOnPage(page: PDFPage, place: PlaceOnPage): [number, number, number, number] | undefined {
  const box = page.getCropBox()
  const turned = rotationOf(page)
  const [width, height] = turned % 180 === 0 ? [box.width, box.height] : [box.height, box.width]
  const inside =
    place.x >= 0 && place.y >= 0 && place.x + place.width <= width + 0.5 && place.y + place.height <= height + 0.5
  if (!inside || place.width < 4 || place.height < 4) return undefined
  const corner = (x: number, y: number): [number, number] => {
    if (turned === 90) return [box.x + y, box.y + x]
    if (turned === 180) return [box.x + box.width - x, box.y + y]
    if (turned === 270) return [box.x + box.width - y, box.y + box.height - x]
    return [box.x + x, box.y + box.height - y]
  }
  const [ax, ay] = corner(place.x, place.y)
  const [bx, by] = corner(place.x + place.width, place.y + place.height)
  return [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)]
}

/** 0, 90, 180 or 270: how far the page is turned clockwise when shown. */
export function rotationOf(page: PDFPage): number {
  return (((page.getRotation() ?? degrees(0)).angle % 360) + 360) % 360
}
