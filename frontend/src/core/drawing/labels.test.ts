import { expect, test } from 'vitest'
import { placeLabels, shortened, type Wanted } from './labels'

const room = {
  size: 10,
  measure: (words: string) => words.length * 5,
  within: { x: 0, y: 0, width: 300, height: 100 },
  most: 50,
}
const mark = (number: number, x: number, y: number, words = 'harbour'): Wanted => ({
  mark: number,
  words,
  x,
  y,
  radius: 4,
})

test('a label stands right of its mark', () => {
  expect(placeLabels([mark(0, 100, 50)], room)).toEqual([
    { mark: 0, words: 'harbour', x: 108, y: 43.75, width: 35, height: 12.5 },
  ])
})

test('a label that would leave the picture goes left', () => {
  expect(placeLabels([mark(0, 290, 50)], room)[0]?.x).toBe(290 - 8 - 35)
})

test('labels never cover each other, and the first in rank is named', () => {
  const crowd = Array.from({ length: 60 }, (_, at) => mark(at, 100 + (at % 8) * 6, 40 + Math.floor(at / 8) * 5))
  const placed = placeLabels(crowd, room)
  const covers = placed.some((one, at) =>
    placed
      .slice(at + 1)
      .some(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      ),
  )
  expect(covers).toBe(false)
  expect(placed[0]?.mark).toBe(0)
  expect(placed.length).toBeLessThan(60)
})

test('no more labels than asked for', () => {
  expect(placeLabels([mark(0, 20, 20), mark(1, 150, 80)], { ...room, most: 1 })).toHaveLength(1)
})

test('long words are cut at a sign, not within one', () => {
  expect(shortened('Kōbe 🚢 terminal', 8)).toBe('Kōbe 🚢…')
})
