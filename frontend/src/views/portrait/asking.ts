import type { Query } from '../../core/address/address'
import type { Language } from '../../core/words/words.svelte'

export const LANGUAGES = ['en', 'es'] as const

/** The language of the dossier: the one that a link names, else that of the interface. */
export function languageIn(query: Query, spoken: Language): Language {
  return LANGUAGES.find((one) => one === query['language']) ?? spoken
}

/** How many claims a section lists at first, and at most. */
export const FIRST = 20
export const MOST = 200

/** The sources that a link withholds; a bar stands between them, since names have commas. */
export function withheldIn(query: Query): string[] {
  return (query['withhold'] ?? '').split('|').filter(Boolean)
}

/** Withheld sources as a link carries them; null for none. */
export function printWithheld(names: readonly string[]): string | null {
  return [...new Set(names)].join('|') || null
}

/** A name of the link that is the id of a thing. */
export const AN_ID = /^[0-9a-f]{24}$/
