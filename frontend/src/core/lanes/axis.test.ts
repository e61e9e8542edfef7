import { expect, test } from 'vitest'
import { ticksOf } from './axis'

const wordsOf = (from: string, to: string, locale = 'en') =>
  ticksOf([Date.parse(from), Date.parse(to)], 4, locale).map((tick) => tick.words)

test('years are named alone', () => {
  expect(wordsOf('2004-06-01', '2020-06-01')).toEqual(['2005', '2010', '2015', '2020'])
})

test('months say the year at the left edge and at new year', () => {
  expect(wordsOf('2019-06-15', '2020-06-15', 'es')).toEqual(['jul 2019', 'oct', 'ene 2020', 'abr'])
})

test('there are no more than asked for, and the first of each year says it', () => {
  const words = ticksOf([Date.parse('2024-12-29'), Date.parse('2025-05-04')], 11, 'en').map((tick) => tick.words)
  expect(words.length).toBeLessThanOrEqual(11)
  expect(words.slice(0, 3)).toEqual(['29 Dec 2024', '12 Jan 2025', '26 Jan'])
})

test('nothing is finer than a day', () => {
  expect(wordsOf('2020-03-01', '2020-03-03')).toEqual(['1 Mar 2020', '2 Mar', '3 Mar'])
})
