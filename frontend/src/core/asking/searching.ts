import { joined } from '../address/period'

/** Whether what is searched for asks with fields of the filter language, which sentences and names know nothing of. */
export function hasFields(words: string): boolean {
  return /(^|[\s(-])\w+:\S/.test(words)
}

/** Facets that are chosen, as conditions of the filter language: `kind:event`. */
export function facetsOf(text: string | undefined): string[] {
  return (text ?? '').split(' ').filter(Boolean)
}

/** The facets with one chosen, or taken away if it was; of one field at most one holds. */
export function toggled(facets: readonly string[], facet: string): string[] {
  const field = facet.slice(0, facet.indexOf(':') + 1)
  const others = facets.filter((one) => !one.startsWith(field))
  return facets.includes(facet) ? others : [...others, facet]
}

/** The line that claims are asked for with: what was searched for, the filter in force, the facets. */
export function lineOfSearch(words: string, filter: string, facets: readonly string[]): string {
  return joined(words, filter, ...facets)
}

/** Of a claim's passages the first with a word of those searched for; where none of those shown has one, the first. */
export function passageWith<P extends { readonly sentence: string }>(words: string, passages: readonly P[]): P | undefined {
  const sought = folded(words).match(/[\p{L}\p{N}]+/gu) ?? []
  const told = (passage: P): boolean => sought.some((word) => folded(passage.sentence).includes(word))
  return passages.find(told) ?? passages[0]
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
