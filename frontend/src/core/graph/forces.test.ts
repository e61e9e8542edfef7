import { describe, expect, test } from 'vitest'
import { settled, type Forces } from './forces'

/** Three bodies in a row, the first two joined. */
function row(fixed: (body: number) => boolean = () => false): Forces {
  return { places: Float32Array.of(0, 0, 100, 0, 200, 0), fixed, springs: [{ one: 0, other: 1, weight: 3 }] }
}

describe('forces', () => {
  test('draw together what is joined and push away what is not', () => {
    const [a = 0, , b = 0, , c = 0] = settled(row(), 200)
    expect(Math.abs(b - a)).toBeLessThan(Math.abs(c - b))
  })

  test('leave a fixed body where it is', () => {
    expect([...settled(row((body) => body === 2), 50)].slice(4)).toEqual([200, 0])
  })

  test('of no rounds change nothing', () => {
    expect(settled(row(), 0)).toEqual(row().places)
  })
})
