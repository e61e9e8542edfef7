import { words } from './words.svelte'

/** The name of a language by its tag (BCP 47), in the language in use. A tag that is none is shown as it is. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(words.language, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Day before month, as in most of the world. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}
