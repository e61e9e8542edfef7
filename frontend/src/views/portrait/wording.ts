import type { Out } from '../../api/shapes'
import { sayList } from '../../core/words/numbers'
import { sayAs, sayValue, type Ways, type Worded } from '../../core/words/sayings'
import { t, word, words } from '../../core/words/words.svelte'

/** How values of a dossier's lines are worded. */
const WAYS: Ways = {
  act: actOf,
  category: (value) => small(word('category', value.toUpperCase())),
  channel: (value) => small(word('channel', value)),
  held: (value) => value.replaceAll(/\(possibly ([^)]*)\)/g, (_, what: string) => `(${t('said.possibly', { what })})`),
  kind: (value) => small(word('instrument', value)),
  review: (value) => small(word('review', value)),
  stretches: (value) => sayList(value.split(', ').map(sayValue)),
  whose: (value) => value.split(', ').map(ownerOf).join(', '),
}

function small(said: string): string {
  return said.toLocaleLowerCase(words.language)
}

/** What was done: by its mode, or where none is known by its category. */
function actOf(value: string): string {
  const mode = word('mode', value)
  return small(mode === value ? word('category', value.toUpperCase()) : mode)
}

/** A country or a branch. */
function ownerOf(value: string): string {
  const branch = word('branch', value)
  return branch === value ? sayValue(value) : small(branch)
}

/** A line in pieces, each in the language in use, or in English where there are no words for it. */
export function sayPieces(pieces: readonly Out<'Piece'>[]): readonly Worded[] {
  return pieces.map((one) => {
    const worded = sayAs(one.family === 'tenure' ? 'tenure' : 'dossierLine', one, WAYS)
    return { ...worded, text: worded.text + one.after }
  })
}
