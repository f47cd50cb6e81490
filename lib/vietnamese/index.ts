export { formatDate, parseTypedDate, todayInVietnam, vietnamTime } from './dates.ts'
export { formatBytes, formatNumber } from './numbers.ts'
export { compareVietnamese, fold, initials, normaliseInput, queryTerms, searchTerms, toNfc } from './text.ts'
