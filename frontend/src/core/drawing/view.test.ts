import { expect, test } from 'vitest'
import { nearestTowards } from './direction'
import { between, fitted, isSame, parseView, printView } from './view'

test('a fitted view shows all bounds in the middle', () => {
  expect(fitted({ left: 0, top: 0, right: 400, bottom: 100 }, { width: 300, height: 200 }, 50, 2)).toEqual({
    k: 0.5,
    x: 50,
    y: 75,
  })
})

test('a glide keeps the point that both views agree on', () => {
  const half = between({ k: 1, x: 0, y: 0 }, { k: 4, x: -300, y: 0 }, 0.5)
  expect(half).toEqual({ k: 2, x: -100, y: 0 })
})

test('what lies straight ahead comes before what is nearer but aside', () => {
  const marks = [
    ['aside', { x: 10, y: 12 }],
    ['ahead', { x: 30, y: 0 }],
    ['behind', { x: -5, y: 0 }],
  ] as const
  expect(nearestTowards({ x: 0, y: 0 }, 'right', marks)).toBe('ahead')
})

test('a view is the same where it differs by the rounding of a glide alone', () => {
  expect([isSame({ k: 1, x: 10, y: 0 }, { k: 1 + 1e-9, x: 10.01, y: 0 }), isSame({ k: 1, x: 10, y: 0 }, { k: 1, x: 12, y: 0 })]).toEqual([true, false])
})

test('a link names the same place in a window of another size, in short numbers', () => {
  const bounds = { left: 0, top: 0, right: 400, bottom: 100 }
  const [size, small] = [{ width: 900, height: 600 }, { width: 380, height: 500 }]
  const [whole, other] = [fitted(bounds, size, 50, 2), fitted(bounds, small, 50, 2)]
  const link = printView({ k: 3 * whole.k, x: -1234.5678, y: 77 }, whole, size)
  expect(link).toMatch(/^3,-?[\d.]{1,9},-?[\d.]{1,9}$/)
  const there = parseView(link ?? '', other, small)
  expect(printView(there ?? other, other, small)).toBe(link)
})

test('the whole needs no words in a link, and what a link says wrong shows it', () => {
  const [whole, size] = [{ k: 2, x: 0, y: 0 }, { width: 10, height: 10 }]
  expect(printView(whole, whole, size)).toBeNull()
  expect(['', '0,1,1', '2', 'x,y,z', '2,1,'].map((link) => parseView(link, whole, size))).toEqual([null, null, null, null, expect.anything()])
})
