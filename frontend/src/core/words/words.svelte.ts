import type en from '../../words/en.json'
import { say, type Messages, type Values } from './messages'

type Key = keyof typeof en
type Counted = Key extends infer One ? (One extends `${infer Base}.other` ? Base : never) : never
type Plural = `${Counted}.${'one' | 'other'}`

/** A key that can be said: one with a text of its own, or the base of one that counts. */
export type Sayable = Exclude<Key, Plural> | Counted

export type Language = 'en' | 'es'

/** Families of keys whose last part is a code of the server: `category.CONSULT`. */
export const FAMILIES = [
  'asks',
  'branch',
  'cast',
  'category',
  'channel',
  'deed',
  'dispute',
  'failure',
  'field',
  'finding',
  'findingSays',
  'held',
  'innocent',
  'instrument',
  'job',
  'kind',
  'kinds',
  'leg',
  'modality',
  'outcome',
  'pattern',
  'reason',
  'register',
  'review',
  'role',
  'schema',
  'severity',
  'stance',
  'standing',
  'tie',
  'topic',
  'unseen',
  'verdict',
  'way',
] as const
export type Family = (typeof FAMILIES)[number]

let language = $state.raw<Language>('en')
let messages = $state.raw<Messages>({})

const LOADED: { readonly [language in Language]: () => Promise<{ readonly default: Messages }> } = {
  en: () => import('../../words/en.json'),
  es: () => import('../../words/es.json'),
}

export const words = {
  get language(): Language {
    return language
  },
}

/** The language to use: the one chosen, or the first of the browser's that there is, or English. */
export function languageFor(choice: 'system' | Language, browserLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice
  const known = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())
  return known.find((tag): tag is Language => tag in LOADED) ?? 'en'
}

/** Load the words of a language, then speak it. */
export async function speak(next: Language): Promise<void> {
  const loaded = await LOADED[next]()
  messages = loaded.default
  language = next
}

/** The text of a key in the language in use: `t('claims.count', {count: 3})`. */
export function t(key: Sayable, values?: Values): string {
  return say(messages, language, key, values)
}

/** The word for a code of the server; a code that is not known is shown as it is. */
export function word(family: Family, code: string): string {
  const key = `${family}.${code}`
  return key in messages ? say(messages, language, key) : code
}
