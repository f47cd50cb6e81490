import pg from 'pg'

const { builtins, getTypeParser } = pg.types

/**
 * How PostgreSQL's values reach the code: a `date` stays a calendar date ('2026-11-24', never an instant), `bigint` is a
 * number (file sizes stay far below 2^53); the rest is pg's own reading.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === builtins.DATE) return (text: string) => text
      if (oid === builtins.INT8) return Number
    }
    return getTypeParser(oid, format as 'text')
  }) as typeof getTypeParser,
}
