import { words } from './words.svelte'

export function sayNumber(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(words.language, options).format(value)
}

/** A share from 0 to 1 as a percentage without decimals. */
export function sayShare(share: number): string {
  return sayNumber(share, { style: 'percent', maximumFractionDigits: 0 })
}

/** `Peru, Chile and Ghana`. */
export function sayList(items: readonly string[]): string {
  return new Intl.ListFormat(words.language, { type: 'conjunction' }).format(items)
}

/** Two names in the order of the alphabet of the language in use; digits by their number. */
export function inOrder(one: string, other: string): number {
  return new Intl.Collator(words.language, { numeric: true }).compare(one, other)
}
