import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Connection } from './connection'
import { hear, type Stream } from './news'

class FakeStream implements Stream {
  readyState = 1
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  isClosed = false
  readonly heard = new Map<string, (message: { readonly data: string }) => void>()
  addEventListener(event: string, heard: (message: { readonly data: string }) => void) {
    this.heard.set(event, heard)
  }
  close() {
    this.isClosed = true
  }
  /** Open as the server does, which told nothing for so many seconds. */
  begin(quiet_s: number | null = null) {
    this.onopen?.()
    this.heard.get('begun')?.({ data: JSON.stringify({ quiet_s }) })
  }
  fail(readyState: number) {
    this.readyState = readyState
    this.onerror?.()
  }
}

/** One whose stream is open four seconds after its page. */
function listening() {
  const [streams, connection, news] = [[] as FakeStream[], new Connection(), [] as unknown[]]
  const open = () => streams[streams.push(new FakeStream()) - 1] as FakeStream
  const stop = hear('harbour', (...one) => void news.push(one), { open, connection, clock: () => 4000 })
  return { stream: streams[0] as FakeStream, streams, connection, news, stop }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('passes on what the server tells until it is stopped', () => {
  const { stream, connection, news, stop } = listening()
  stream.begin()
  stream.heard.get('job')?.({ data: '{"done":3}' })
  stream.heard.get('settled')?.({ data: '' })
  stop()
  expect(news).toEqual([['job', { done: 3 }], ['settled', null]])
  expect([connection.isLost, stream.isClosed]).toEqual([false, true])
})

it('is behind once the server is found again, since what it told meanwhile was not heard', () => {
  const { stream, connection, news } = listening()
  stream.begin()
  stream.fail(0)
  expect(connection.isLost).toBe(true)
  stream.begin()
  expect(connection.isLost).toBe(false)
  expect(news).toEqual([['behind', null]])
})

it.each([
  [3.9, 1],
  [60, 0],
])('is behind where something was told since its page was opened: %s seconds before the stream was', (quiet, times) => {
  const { stream, news } = listening()
  stream.begin(quiet)
  expect(news).toHaveLength(times)
})

it('opens anew where the server answered with no stream, and is not lost meanwhile', () => {
  const { stream, streams, connection, news } = listening()
  stream.fail(2)
  expect([connection.isLost, streams.length]).toEqual([false, 1])
  vi.advanceTimersByTime(2000)
  streams[1]?.fail(2)
  vi.advanceTimersByTime(2000)
  expect(streams).toHaveLength(2)
  vi.advanceTimersByTime(2000)
  streams[2]?.begin()
  expect(news).toEqual([['behind', null]])
})

it('opens no stream after it was stopped', () => {
  const { stream, streams, stop } = listening()
  stream.fail(2)
  stop()
  vi.advanceTimersByTime(60_000)
  expect(streams).toHaveLength(1)
})
