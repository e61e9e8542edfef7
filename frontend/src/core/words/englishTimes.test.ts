import { expect, it } from 'vitest'
import { edtfOf } from './englishTimes'

it.each([
  ['12 May 2019', '2019-05-12'],
  ['about June 2019', '2019-06~'],
  ['perhaps 2019', '2019?'],
  ['2010s', '201X'],
  ['summer 2020', '2020-22'],
  ['since 3 March 2021', '2021-03-03/..'],
  ['until 2021', '/2021'],
  ['2 May 2019 to 5 May 2019', '2019-05-02/2019-05-05'],
  ['a fortnight', null],
  ['Tema to Accra', null],
])('%s is %s', (words, edtf) => {
  expect(edtfOf(words)).toBe(edtf)
})
