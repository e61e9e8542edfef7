import { afterEach, expect, it, vi } from 'vitest'
import { waited } from './waiting'

const working = () => new Response('{"done":3,"of":9}', { status: 202, headers: { 'retry-after': '5' } })

afterEach(() => void vi.useRealTimers())

it('asks again soon at first, and then as seldom as the server says', async () => {
  vi.useFakeTimers()
  const send = vi.fn(() => Promise.resolve(working())).mockResolvedValueOnce(working()).mockResolvedValueOnce(new Response('{}'))
  const answer = waited(working(), send)
  await vi.advanceTimersByTimeAsync(200)
  expect(send).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(4900)
  expect(send).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(100)
  expect((await answer).status).toBe(200)
})
