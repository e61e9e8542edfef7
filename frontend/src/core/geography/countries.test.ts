import { expect, test } from 'vitest'
import world from 'world-atlas/countries-50m.json'
import { codeOf, countryCalled, countryName } from './countries'

test('countries of the atlas have codes by number, with or without leading zeros', () => {
  expect(codeOf({ id: '076', name: 'Brazil' })).toBe('BRA')
  expect(codeOf({ id: 8, name: 'Albania' })).toBe('ALB')
})

test('only territories without any code in the atlas have none here', () => {
  const { geometries } = world.objects.countries
  const without = geometries.filter(
    (one) => !codeOf({ id: 'id' in one ? one.id : undefined, name: one.properties.name }),
  )
  expect(without.map((one) => one.properties.name).sort()).toEqual([
    'Indian Ocean Ter.',
    'N. Cyprus',
    'Siachen Glacier',
    'Somaliland',
  ])
})

test('names are in the language of the reader', () => {
  expect([countryName('DEU', 'en'), countryName('DEU', 'es'), countryName('XKX', 'es')]).toEqual([
    'Germany',
    'Alemania',
    'Kosovo',
  ])
})

test('a state that is no more has its own name, not that of who came after', () => {
  expect([countryName('SUN', 'en'), countryName('DDR', 'es'), countryCalled('Soviet Union')]).toEqual([
    'Soviet Union',
    'Alemania Oriental',
    'SUN',
  ])
})

test('a code that nobody knows is its own name', () => {
  expect(countryName('ZZX', 'en')).toBe('ZZX')
})
