import { describe, expect, test } from 'vitest'
import { actLabelOf } from '#platform/ui/text/act-labels.ts'
import { incomingActs, outgoingActs } from './contract.ts'
import { historyLabelOf, historyVerbs } from './history-acts.vi.ts'
import { incomingTable } from './incoming/states.ts'
import { outgoingTable } from './outgoing/states.ts'

const ofTables = [incomingTable, outgoingTable].flatMap(({ steps }) => Object.values(steps).flatMap(Object.keys))
const told = [...new Set([...ofTables, ...Object.keys(historyVerbs)])]
/** Words and no code: "Giao xử lý", never "send-up" or "arrive". */
const vietnamese = /^\p{Lu}[\p{L} ,]*$/u

const isCode = (said: string): boolean => told.includes(said.toLowerCase())
const isWords = (said: string | undefined): boolean => vietnamese.test(said ?? '')

describe('every act that the server can name', () => {
  test('has Vietnamese words in the history and for whoever comes too late', () => {
    expect(told.length).toBeGreaterThan(50)
    expect(
      told.filter(act => !(act in historyVerbs) || !isWords(historyLabelOf(act)) || isCode(historyLabelOf(act))),
    ).toEqual([])
  })

  test('has its words on a button when it is allowed', () => {
    expect([...incomingActs, ...outgoingActs].filter(act => !isWords(actLabelOf(act)))).toEqual([])
  })

  test('is said in general words by an app that is older than the server', () => {
    expect(historyLabelOf('an-act-of-tomorrow')).toBe('Cập nhật văn bản')
  })
})
