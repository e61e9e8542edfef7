import { expect, it } from 'vitest'
import { facetsOf, hasFields, lineOfSearch, passageWith, toggled } from './searching'

it('fields of the filter language are told from words', () => {
  expect(['of:Peru port', 'port of Callao', 'at 10: 30', '-kind:event'].map(hasFields)).toEqual([true, false, false, true])
})

it('of one facet at most one value holds', () => {
  const facets = toggled(facetsOf('kind:event during:2024'), 'kind:tie')
  expect([facets, toggled(facets, 'kind:tie')]).toEqual([['during:2024', 'kind:tie'], ['during:2024']])
})

it('a search keeps the filter in force', () => {
  expect(lineOfSearch('port or pier', 'of:Peru', ['kind:event'])).toBe('(port or pier) of:Peru kind:event')
})

it('a claim is shown with the passage that has the words', () => {
  const passages = [{ sentence: 'visitor: Ana Ruiz' }, { sentence: 'Ruiz sailed to Málaga.' }]
  expect([passageWith('malaga', passages), passageWith('of:Peru', passages)]).toEqual([passages[1], passages[0]])
  expect(passageWith('port', [])).toBeUndefined()
})
