import { strFromU8, type UnzipFileInfo, unzipSync } from 'fflate'
import { Refusal } from '../errors.ts'

const largestPart = 40 * 1024 * 1024
const longestText = 200_000
const longestHeader = 10_000
const body = 'word/document.xml'
const contentTypes = '[Content_Types].xml'
/** What stands at the top of each page: a stamp is often there, and in a text box. */
const pageHeader = /^word\/header\d{0,3}\.xml$/
const templateLinks = 'word/_rels/settings.xml.rels'

/**
 * The text of a Word file: paragraphs, text boxes and table rows as lines, cells parted by tabs, deleted text left out; what
 * is set to be shown in capitals is in capitals. `header` is the text of its page headers.
 * @throws Refusal TypeNotAccepted (another zip), HasMacro (also a template fetched from elsewhere), Malformed, TooLarge
 */
export function readDocx(bytes: Uint8Array): { text: string; textCut: boolean; header: string } {
  const names: string[] = []
  const parts = unzip(bytes, part => {
    names.push(part.name)
    return [body, contentTypes, templateLinks].includes(part.name) || pageHeader.test(part.name)
  })
  if (names.some(name => /(?:^|\/)vba[^/]*\.(?:bin|xml)$/i.test(name))) throw new Refusal('HasMacro')
  if (!parts[body] || !parts[contentTypes]) throw new Refusal('TypeNotAccepted')
  if (/macroEnabled/i.test(strFromU8(parts[contentTypes]))) throw new Refusal('HasMacro')
  // Word fetches such a template when the file is opened, with whatever macros it has by then.
  const links = parts[templateLinks] ? strFromU8(parts[templateLinks]) : ''
  if (/Target\s*=\s*["'](?:https?:|ftp:|\\\\|\/\/|file:\/\/[^/])/i.test(links)) throw new Refusal('HasMacro')
  const text = textOf(strFromU8(parts[body])).normalize('NFC')
  const headers = names.filter(name => pageHeader.test(name)).map(name => textOf(strFromU8(parts[name]!)))
  return {
    text: text.slice(0, longestText),
    textCut: text.length > longestText,
    header: headers.join('\n').normalize('NFC').slice(0, longestHeader),
  }
}

function unzip(bytes: Uint8Array, wants: (part: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: part => {
        const wanted = wants(part)
        // The size is what the archive claims: fflate gives no more room than that, so a lie only breaks the file.
        if (wanted && part.originalSize > largestPart) throw new Refusal('TooLarge')
        return wanted
      },
    })
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('Malformed')
  }
}

/** WordprocessingML has few tags that matter for text; a scan of tags is linear and knows no entities but XML's five. */
function textOf(xml: string): string {
  let text = ''
  let inText = false
  let inCapitals = false
  for (const [, tag = '', words = ''] of xml.matchAll(/<([^<>]{0,4000})>([^<]*)/g)) {
    const name = /^\/?[\w:]+/.exec(tag)?.[0] ?? ''
    if (name === 'w:t') inText = !tag.endsWith('/')
    else if (name === '/w:t') inText = false
    else if (name === 'w:tab') text += '\t'
    else if (name === 'w:br' || name === 'w:cr') text += '\n'
    else if (name === '/w:p') text += '\n'
    else if (name === '/w:tc') text = `${text.trimEnd()}\t`
    else if (name === '/w:tr') text = `${text.trimEnd()}\n`
    else if (name === 'w:txbxContent' || name === '/w:txbxContent') text += '\n'
    else if (name === 'w:r') inCapitals = false
    else if (name === 'w:caps') inCapitals = !/w:val\s*=\s*["'](?:0|false|off)["']/.test(tag)
    else if (name === 'v:textpath') text += `\n${decode(/\bstring\s*=\s*"([^"]*)"/.exec(tag)?.[1] ?? '')}\n`
    if (inText) text += inCapitals ? decode(words).toLocaleUpperCase('vi') : decode(words)
  }
  return text.replace(/\n{3,}/g, '\n\n').trim()
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
function decode(words: string): string {
  return words.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name)] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
