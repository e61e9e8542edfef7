/**
 * Countries by their codes (ISO 3166-1, as pycountry 26.2 lists them); their names come from the browser, in the reader's
 * language.
 */

import codes from './countries.json'

const BY_NUMBER = codes as unknown as Readonly<Record<string, readonly [alpha2: string, alpha3: string]>>

/** Codes that ISO leaves to its users and that are in wide use for a country of the atlas. */
const NAMED: Readonly<Record<string, string>> = { Kosovo: 'XKX' }

const ALPHA2 = new Map<string, string>([
  ...Object.values(BY_NUMBER).map(([two, three]) => [three, two] as const),
  ['XKX', 'XK'],
])

/** States that are no more, by the codes that ISO once gave them: browsers call them by who came after. */
const FORMER: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  SUN: { en: 'Soviet Union', es: 'Unión Soviética' },
  YUG: { en: 'Yugoslavia', es: 'Yugoslavia' },
  CSK: { en: 'Czechoslovakia', es: 'Checoslovaquia' },
  DDR: { en: 'East Germany', es: 'Alemania Oriental' },
  SCG: { en: 'Serbia and Montenegro', es: 'Serbia y Montenegro' },
  ANT: { en: 'Netherlands Antilles', es: 'Antillas Neerlandesas' },
}

/** The alpha-3 code of a country of world-atlas, by its numeric id or else its name; null for territories without code. */
export function codeOf(country: { readonly id: string | number | undefined; readonly name: string }): string | null {
  return BY_NUMBER[String(country.id).padStart(3, '0')]?.[1] ?? NAMED[country.name] ?? null
}

let called: ReadonlyMap<string, string> | null = null

/** The alpha-3 code of a country by its English name, as the server writes it; null of other names. */
export function countryCalled(name: string): string | null {
  const english = new Intl.DisplayNames('en', { type: 'region' })
  called ??= new Map([
    ...[...ALPHA2].map(([three, two]) => [english.of(two) ?? three, three] as const),
    ...Object.entries(FORMER).map(([three, names]) => [names['en'] ?? three, three] as const),
  ])
  return called.get(name) ?? null
}

/** The name of a country by its alpha-3 code; the code itself where nobody knows it. */
export function countryName(alpha3: string, locale: string): string {
  const former = FORMER[alpha3]
  if (former) return former[locale] ?? former['en'] ?? alpha3
  const alpha2 = ALPHA2.get(alpha3)
  return (alpha2 && new Intl.DisplayNames(locale, { type: 'region' }).of(alpha2)) ?? alpha3
}
