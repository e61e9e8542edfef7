import { sayList, sayNumber } from '../../core/words/numbers'
import { sayValue, type Ways } from '../../core/words/sayings'
import { t, word, words } from '../../core/words/words.svelte'

const SIDE = /(.+?) in (\d+ documents?)(?: \((\d+) independent\))?(?:, | and |$)/g
const STANCES: { readonly [told: string]: string } = { asserted: 'asserted', reported: 'reported', denied: 'denied' }

/** How values of findings are worded: who gives what, what a claim is about, days one after the other. */
export const WAYS: Ways = {
  about: aboutOf, act: aboutOf, days: severalOf, year: severalOf, right: weekdayOf, sides: sidesOf, told: weekdayOf,
}

/** `12 May 2024 in 2 documents (2 independent) and June 2024 in 1 document`. */
function sidesOf(value: string): string {
  const sides = [...value.matchAll(SIDE)].map(([, what = '', documents = '', voices]) => {
    const told = { what: STANCES[what] ? word('modality', what).toLocaleLowerCase(words.language) : sayValue(what), documents: sayValue(documents) }
    return voices ? t('said.sideOf', { ...told, voices: Number(voices) }) : t('said.side', told)
  })
  return sides.length ? sayList(sides) : value
}

/** `Ana Ruiz as minister of ports (Chile)`, `Ana Ruiz – member of – Port Board`; other claims are told by words of a source. */
function aboutOf(value: string): string {
  const [, one, kind = '', other] = /^(.+) – (.+?) – (.+)$/.exec(value) ?? []
  if (one && other) return `${one} – ${word('tie', kind.replaceAll(' ', '_')).toLocaleLowerCase(words.language)} – ${other}`
  const [, person, office] = /^([^“]+?) as (.+)$/.exec(value) ?? []
  return person && office ? t('said.as', { person, office }) : value
}

function severalOf(value: string): string {
  return sayList(value.split(/, | and | or /).map(sayValue))
}

/** A day of the week by its English name, or a number. */
function weekdayOf(value: string): string {
  const day = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'].indexOf(value)
  if (day >= 0) return new Intl.DateTimeFormat(words.language, { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2023, 0, 1 + day)))
  return Number.isNaN(Number(value)) ? sayValue(value) : sayNumber(Number(value))
}
