import { words } from './words.svelte'

/** The name of a country in the language in use. */
export function sayPower(power: { readonly name: string; readonly name_es: string }): string {
  return words.language === 'es' ? power.name_es : power.name
}
