import { expect, test } from 'vitest'
import { nearestTowards } from './direction'
import { between, fitted, isSame } from './view'

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
