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

it('passes on what the server tells, and whether it answers', () => {
  const [stream, connection, news] = [new FakeStream(), new Connection(), [] as unknown[]]
  const stop = hear('harbour', (...one) => void news.push(one), () => stream, connection)
  stream.onerror?.()
  expect(connection.isLost).toBe(true)
  stream.onopen?.()
  stream.heard.get('job')?.({ data: '{"done":3}' })
  stream.heard.get('settled')?.({ data: '' })
  stop()
  expect(news).toEqual([['job', { done: 3 }], ['settled', null]])
  expect([connection.isLost, stream.isClosed]).toEqual([false, true])
})
