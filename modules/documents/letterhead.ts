import type { IssuerFacts } from '#modules/agencies/contract.ts'

/** The lines of an issuer's letterhead, in capitals as printed: 'ỦY BAN NHÂN DÂN' over 'XÃ CAM LỘ'. */
export function letterheadOf(issuer: Pick<IssuerFacts, 'name' | 'letterhead'>): {
  superior: string[]
  issuer: string[]
} {
  const name = issuer.name.toLocaleUpperCase('vi')
  const committee = /^(ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN) (.+)$/.exec(name)
  return { superior: [...issuer.letterhead], issuer: committee ? [committee[1]!, committee[2]!] : [name] }
}
