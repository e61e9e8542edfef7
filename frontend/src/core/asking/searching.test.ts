import { expect, it } from 'vitest'
import { facetsOf, hasFields, lineOfSearch, toggled } from './searching'

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
