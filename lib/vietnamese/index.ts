/**
 * Vietnamese text, dates and numbers: how they are stored, compared, searched and shown. Pure, without dependencies; the
 * server and the office app use the same functions.
 */
export {
  formatBytes,
  formatDate,
  formatNumber,
  parseTypedDate,
  periodInWords,
  todayInVietnam,
  vietnamTime,
} from './dates-and-numbers.ts'
export { fold, queryTerms, searchTerms, toNfc } from './fold.ts'
export { excerptOf, type FoundPlace, placesOf } from './found.ts'
export { composed, faultOf, normaliseInput, type TextFault } from './input.ts'
export { compareVietnamese, initials } from './order.ts'
