import { expect, test } from 'vitest'
import { watchLink } from './link.ts'

function surroundings() {
  const timers: (() => unknown)[] = []
  let reachable = false
  let now = 0
  const link = watchLink({
    now: () => now,
    probe: async () => reachable,
    setTimer: run => timers.push(run),
  })
  return {
    link,
    timers,
    at: (ms: number) => {
      now = ms
    },
    plugIn: () => {
      reachable = true
    },
    tick: async () => timers.shift()?.(),
  }
}

test('a slow answer says that the line is slow, and only a quick one that it no longer is', () => {
  const { link } = surroundings()
  link.answered(3_500)
  expect(link.state.get().quality).toBe('slow')
  link.answered(2_000)
  expect(link.state.get().quality).toBe('slow')
  link.answered(300)
  expect(link.state.get().quality).toBe('online')
})

test('an unreached server is tried again until it answers, and who waits goes on', async () => {
  const { link, tick, at, plugIn, timers } = surroundings()
  at(60_000)
  link.failed()
  expect(link.state.get()).toEqual({ quality: 'offline', since: new Date(60_000) })
  let went = false
  const waiting = link.whenReachable().then(() => {
    went = true
  })
  at(70_000)
  link.failed()
  expect(timers).toHaveLength(1)
  expect(link.state.get().since).toEqual(new Date(60_000))
  await tick()
  expect(went).toBe(false)
  expect(link.state.get().quality).toBe('offline')
  plugIn()
  await tick()
  await waiting
  expect(link.state.get().quality).toBe('online')
})

test('waiting for a line ends with what was waited for', async () => {
  const { link } = surroundings()
  link.failed()
  const stop = new AbortController()
  const waiting = link.whenReachable(stop.signal)
  stop.abort(new Error('left'))
  await expect(waiting).rejects.toThrow('left')
})
