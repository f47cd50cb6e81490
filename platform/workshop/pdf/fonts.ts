import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Tinos: the metrics of Times New Roman, which the decree asks for, all Vietnamese letters, and a free licence. */
export const tinosFolder = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/package.json'))
const files = { upright: '400Regular/Tinos_400Regular.ttf', italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf' }
export type TinosStyle = keyof typeof files

const loaded = new Map<TinosStyle, Promise<Uint8Array>>()

/** The font file; kept, because a child works on many documents. */
export function tinos(style: TinosStyle): Promise<Uint8Array> {
  const bytes = loaded.get(style) ?? readFile(path.join(tinosFolder, files[style]))
  loaded.set(style, bytes)
  return bytes
}

const vowels = 'aăâeêioôơuưy'
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']

/** Every character of a number, a notation, a place name and a date in Vietnamese. */
export const vietnameseCharacters: string = (() => {
  const toned = [...vowels].flatMap(vowel => tones.map(tone => (vowel + tone).normalize('NFC'))).join('')
  const letters = `abcdefghijklmnopqrstuvwxyzđ${toned}`
  return ` 0123456789.,:;/-–()…${letters}${letters.toUpperCase()}`
})()
