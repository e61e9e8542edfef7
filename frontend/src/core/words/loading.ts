import type { Messages } from './messages'

export type Language = 'en' | 'es'

const WHOLE: { readonly [language in Language]: () => Promise<{ readonly default: Messages }> } = {
  en: () => import('../../words/en.json'),
  es: () => import('../../words/es.json'),
}

const loading = new Map<string, Promise<Messages>>()

/** The words of a part in a language, asked for once; a failure is not kept. Raises TypeError where they do not come. */
export function load(language: Language, part: string): Promise<Messages> {
  const path = `${language}/${part}`
  const held = loading.get(path) ?? loaded(language, path)
  loading.set(path, held)
  held.catch(() => loading.delete(path))
  return held
}

/** Built, words lie in parts beside the code (plugins/words.ts); elsewhere a language is one file. */
async function loaded(language: Language, path: string): Promise<Messages> {
  if (!import.meta.env.PROD) return (await WHOLE[language]()).default
  const answer = await fetch(`${import.meta.env.WORDS}/${path}.json`)
  if (!answer.ok) throw new TypeError(`${path}: ${answer.status}`)
  return (await answer.json()) as Messages
}
