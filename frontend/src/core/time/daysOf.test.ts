import { expect, test } from 'vitest'
import { daysOf } from './daysOf'

test.each([
  [{ from: '2022', to: '2023-02' }, { first: '2022-01-01', last: '2023-02-28' }],
  [{ from: '2022-11-07', to: null }, { first: '2022-11-07', last: null }],
  [{ from: null, to: 'soon' }, { first: null, last: null }],
])('the days of %j', (period, days) => {
  expect(daysOf(period)).toEqual(days)
})
