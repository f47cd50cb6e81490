import { Refusal } from '../errors.ts'

/** Width and height from the header of a PNG. @throws Refusal Malformed */
export function readPngSize(bytes: Buffer): { width: number; height: number } {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') throw new Refusal('Malformed')
  const width = bytes.readUInt32BE(16)
  const height = bytes.readUInt32BE(20)
  if (width === 0 || height === 0) throw new Refusal('Malformed')
  return { width, height }
}
