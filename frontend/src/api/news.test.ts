import { expect, it } from 'vitest'
import { Connection } from './connection'
import { hear, type Stream } from './news'

class FakeStream implements Stream {
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
}

function heard() {
  const [stream, connection, news] = [new FakeStream(), new Connection(), [] as unknown[]]
  const stop = hear('harbour', (...one) => void news.push(one), () => stream, connection)
  return { stream, connection, news, stop }
}

it('passes on what the server tells until it is stopped', () => {
  const { stream, connection, news, stop } = heard()
  stream.onopen?.()
  stream.heard.get('job')?.({ data: '{"done":3}' })
  stream.heard.get('settled')?.({ data: '' })
  stop()
  expect(news).toEqual([['job', { done: 3 }], ['settled', null]])
  expect([connection.isLost, stream.isClosed]).toEqual([false, true])
})

it('is behind once the server is found again, since what it told meanwhile was not heard', () => {
  const { stream, connection, news } = heard()
  stream.onopen?.()
  stream.onerror?.()
  expect(connection.isLost).toBe(true)
  stream.onopen?.()
  expect(connection.isLost).toBe(false)
  expect(news).toEqual([['behind', null]])
})
