import type { Query } from '../../core/address/address'

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
