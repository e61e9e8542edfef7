import type { Out } from '../../api/shapes'
import { countryCalled, countryName } from '../geography/countries'
import { parseTime } from '../time/edtf'
import { sayTime } from './dates'
import type { Family } from './families'
import { word, words } from './words.svelte'

/** A sentence of the server in the language in use, or in its English where there are no words for it. */
export interface Worded {
  readonly text: string
  readonly isEnglish: boolean
}

type Saying = Out<'Saying'>

/** What a sentence says, by the words of its family. */
export function sayAs(family: Family, saying: Saying): Worded {
  const values = Object.fromEntries(Object.entries(saying.values).map(([name, value]) => [name, name === 'sides' ? sidesOf(value) : sayValue(value)]))
  const text = saying.code ? word(family, saying.code, values) : ''
  return text && text !== saying.code ? { text, isEnglish: false } : { text: saying.text, isEnglish: true }
}

/** Times and countries in words; all else as it stands in documents. */
export function sayValue(value: string): string {
  const time = value.replace(/^(\S+) to (\S+)$/, '$1/$2')
  if (parseTime(time)) return sayTime(time)
  const country = countryCalled(value)
  return country ? countryName(country, words.language) : value
}

function sidesOf(value: string): string {
  const sides = value.split(' or ').map(sayValue)
  return new Intl.ListFormat(words.language, { type: 'disjunction' }).format(sides)
}
