import type { Out } from '../../api/shapes'
import { countryCalled, countryName } from '../geography/countries'
import { parseTime } from '../time/edtf'
import { sayTime } from './dates'
import { edtfOf } from './englishTimes'
import type { Family } from './families'
import { t, word, words } from './words.svelte'

/** A sentence of the server in the language in use, or in its English where there are no words for it. */
export interface Worded {
  readonly text: string
  readonly isEnglish: boolean
}

type Saying = Out<'Saying'>

/** How values are worded, by their names. */
export type Ways = { readonly [name: string]: (value: string) => string }

/** What a sentence says, by the words of its family; `ways` are those of its page. */
export function sayAs(family: Family, saying: Saying, ways: Ways = {}): Worded {
  const values = Object.fromEntries(Object.entries(saying.values).map(([name, value]) => [name, (ways[name] ?? BY_NAME[name] ?? sayValue)(value)]))
  const text = saying.code ? word(family, saying.code, values) : ''
  return text && text !== saying.code ? { text, isEnglish: false } : { text: saying.text, isEnglish: true }
}

/** Times, countries and counts in words; all else as it stands in documents. */
export function sayValue(value: string): string {
  const counted = /^([\d,]+) (claim|document|independent source|other document)s?$/.exec(value)
  const noun = NOUNS[counted?.[2] ?? '']
  if (noun) return t(noun, { count: Number(counted?.[1]?.replaceAll(',', '')) })
  const time = value.replace(/^(\S+) to (\S+)$/, '$1/$2')
  if (parseTime(time)) return sayTime(time)
  const inWords = edtfOf(value)
  if (inWords) return sayTime(inWords)
  const country = countryCalled(value)
  return country ? countryName(country, words.language) : value
}

function sidesOf(value: string): string {
  const sides = value.split(' or ').map(sayValue)
  return new Intl.ListFormat(words.language, { type: 'disjunction' }).format(sides)
}

/** Values that are several. */
const BY_NAME: Ways = { sides: sidesOf }

const NOUNS: { readonly [noun: string]: 'drawer.claims' | 'scopeNote.documents' | 'claim.sources' | 'said.others' } = {
  claim: 'drawer.claims', document: 'scopeNote.documents', 'independent source': 'claim.sources', 'other document': 'said.others',
}
