import { Refusal } from '../errors.ts'

export type Jpeg = {
  /** In pixels, upright: after the turn that the camera noted. */
  readonly width: number
  readonly height: number
  /** Clockwise turn that makes the picture upright; mirrored pictures are not made by cameras. */
  readonly turn: 0 | 90 | 180 | 270
  /** The picture without what else the camera wrote: place, time, device. */
  readonly bare: Buffer
}

const orientationTag = 0x0112
const turns: Record<number, Jpeg['turn']> = { 3: 180, 6: 90, 8: 270 }

/** Reads the segments before the picture itself (ITU T.81 annex B; Exif 2.3 for the turn). @throws Refusal Malformed */
export function readJpeg(bytes: Buffer): Jpeg {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  let turn: Jpeg['turn'] = 0
  let size: { width: number; height: number } | undefined
  let at = 2
  for (;;) {
    if (at + 4 > bytes.length || bytes[at] !== 0xff) throw new Refusal('Malformed')
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    const length = bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, at + 2 + length)
    if (length < 2 || segment.length < 2 + length) throw new Refusal('Malformed')
    if (marker === 0xda) break
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame && length >= 8) size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) }
    if (marker === 0xe1) turn = turnIn(segment.subarray(4)) ?? turn
    // APP0 (JFIF), APP2 (colour profile) and APP14 (Adobe's colours) say how to show it; the other APPn and comments do not.
    const isPrivate = (marker >= 0xe0 && marker <= 0xef && ![0xe0, 0xe2, 0xee].includes(marker)) || marker === 0xfe
    if (!isPrivate) kept.push(segment)
    at += 2 + length
  }
  if (!size || size.width === 0 || size.height === 0) throw new Refusal('Malformed')
  const upright = turn % 180 === 0 ? size : { width: size.height, height: size.width }
  return { ...upright, turn, bare: Buffer.concat([...kept, bytes.subarray(at)]) }
}

function turnIn(exif: Buffer): Jpeg['turn'] | undefined {
  if (exif.length < 20 || exif.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = exif.subarray(6)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const read16 = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const read32 = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const directory = read32(4)
  for (let entry = 0; entry < Math.min(read16(directory), 200); entry++) {
    const at = directory + 2 + entry * 12
    if (read16(at) === orientationTag) return turns[read16(at + 8)]
  }
  return undefined
}
