import { documentTypes, receivedOnlyTypes } from '#lib/document-form/index.ts'
import { readTable } from '../tables.ts'

const file = new URL('../data/types.tsv', import.meta.url)

/** From the abbreviation by which the plan's files name a type to the code of the document form. */
export type TypeCodes = (planned: string) => string

export function typeCodes(): TypeCodes {
  const names = new Map(readTable(file, cell => [cell('code'), cell('name')] as const))
  const codes = new Map([...documentTypes, ...receivedOnlyTypes].map(type => [type.name, type.code]))
  return planned => {
    const code = codes.get(names.get(planned) ?? '')
    if (!code) throw new Error(`the plan's type ${planned} is none of the document form`)
    return code
  }
}
