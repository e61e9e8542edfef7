import type { Out } from '../../api/shapes'
import { t } from '../../core/words/words.svelte'

/** A document as a story names it: its outlet, else its title or name. */
export function nameOf(document: Out<'DocumentNamed'> | undefined): string {
  return document ? (document.outlet ?? document.title ?? document.name) : ''
}

/** How many days later, as far as that is known: `3 days later`, `1 to 4 days later`. */
export function lateness([least, most]: readonly number[]): string {
  if (least === undefined || most === undefined) return ''
  return least === most ? t('narratives.late', { count: most }) : t('narratives.lateBetween', { least, most })
}

/** The independent voices of a story, counted from 1, each with the outlets in which it speaks. */
export function voicesOf(articles: readonly Out<'Article'>[]): { readonly number: number; readonly outlets: readonly string[] }[] {
  const numbers = [...new Set(articles.map((one) => one.voice))].toSorted((one, other) => one - other)
  return numbers.map((voice) => {
    const own = articles.filter((one) => one.voice === voice)
    return { number: voice + 1, outlets: [...new Set(own.map((one) => nameOf(one.document)))] }
  })
}
