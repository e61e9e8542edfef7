import { expect, it } from 'vitest'
import { untold } from './ends'

it.each([
  ['2025-03-03', '2017-03-05', '2033-03-01', 'both'],
  ['2025-03-31/2025-04-09', '2025-03-31', '2033-04-07', 'end'],
  ['2025-01-21/2025-04-03', '2017-01-23', '2025-03-31', 'start'],
  ['2018-12-31/2021-06', '2018-01-01', '2021-06-30', null],
  [null, '2018-01-01', '2021-06-30', null],
] as const)('of an office shown %s that may reach from %s to %s, untold: %s', (sure, first, last, ends) => {
  expect(untold({ sure, first, last })).toBe(ends)
})
