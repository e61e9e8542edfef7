import type en from '../../words/en.json'
import type { Family } from './families'
import { load, type Language } from './loading'
import { say, type Messages, type Values } from './messages'

export type { Language } from './loading'

type Key = keyof typeof en
type Counted = Key extends infer One ? (One extends `${infer Base}.other` ? Base : never) : never
type Plural = `${Counted}.${'one' | 'other'}`

/** A key that can be said: one with a text of its own, or the base of one that counts. */
export type Sayable = Exclude<Key, Plural> | Counted

let language = $state.raw<Language>('en')
let messages = $state.raw<Messages>({})

/** What is spoken: the parts that were learned, the shell's from the beginning, in the language that was asked for last. */
const parts = new Set(['shared'])
let wanted: Language = 'en'
let spoken = ''

export const words = {
  get language(): Language {
    return language
  },
}

/** The language to use: the one chosen, or the first of the browser's that there is, or English. */
export function languageFor(choice: 'system' | Language, browserLanguages: readonly string[]): Language {
  if (choice !== 'system') return choice
  const known = browserLanguages.map((tag) => tag.slice(0, 2).toLowerCase())
  return known.find((tag): tag is Language => tag === 'en' || tag === 'es') ?? 'en'
}

/** Load the words of a language, then speak it. Raises TypeError where the server does not give them. */
export async function speak(next: Language): Promise<void> {
  wanted = next
  const asked = [next, ...parts].join(' ')
  const loaded = await Promise.all([...parts].map((part) => load(next, part)))
  if (next !== wanted || asked === spoken) return
  spoken = asked
  messages = Object.assign({}, ...loaded) as Messages
  language = next
}

/** Speak the words of a page too, by the name of its folder. Raises TypeError where the server does not give them. */
export async function learn(part: string): Promise<void> {
  if (parts.has(part)) return
  parts.add(part)
  try {
    await speak(wanted)
  } catch (problem) {
    parts.delete(part)
    throw problem
  }
}

/** The text of a key in the language in use: `t('claims.count', {count: 3})`. */
export function t(key: Sayable, values?: Values): string {
  return say(messages, language, key, values)
}

/** The word for a code of the server; a code that is not known, as one of somebody's own mapping, is shown in its letters. */
export function word(family: Family, code: string, values?: Values): string {
  const key = `${family}.${code}`
  return key in messages ? say(messages, language, key, values) : code.replaceAll('_', ' ')
}
