import { expect, it } from 'vitest'
import { barsOf, marksTo } from './bars'

it('every year has its bar, in the order of channels', () => {
  const items = [
    { when: '2021', channel: 'media', claims: 1 },
    { when: '2021', channel: 'military', claims: 2 },
    { when: '2023', channel: 'legal', claims: 4 },
  ]
  const { bars } = barsOf(items)
  expect(bars.map((bar) => [bar.year, bar.claims])).toEqual([[2021, 3], [2022, 0], [2023, 4]])
  expect(bars[0]?.pieces.map((one) => [one.channel, one.from, one.to])).toEqual([['military', 0, 2], ['media', 2, 3]])
})

it('years long past are counted, not drawn', () => {
  const items = [{ when: '1890', channel: 'other', claims: 3 }, { when: '2020', channel: 'other', claims: 1 }]
  expect([barsOf(items).bars.length, barsOf(items).left]).toEqual([60, 3])
})

it.each([[0, [0, 1]], [3, [0, 1, 2, 3]], [37, [0, 10, 20, 30, 40]]])('an axis to %i has round marks', (most, marks) => {
  expect(marksTo(most)).toEqual(marks)
})
