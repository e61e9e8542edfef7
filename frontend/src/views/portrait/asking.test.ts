import { expect, it } from 'vitest'
import { languageIn, printWithheld, withheldIn } from './asking'

it('sources that are withheld go through a link whole, each once', () => {
  const printed = printWithheld(['Post, The', 'Volta Mail', 'Post, The'])
  expect(withheldIn({ withhold: printed ?? '' })).toEqual(['Post, The', 'Volta Mail'])
})

it('none withheld leaves the link without them', () => {
  expect([printWithheld([]), withheldIn({})]).toEqual([null, []])
})

it('a dossier is in the language of the interface, unless its link names one that there is', () => {
  expect([languageIn({}, 'es'), languageIn({ language: 'en' }, 'es'), languageIn({ language: 'fr' }, 'es')]).toEqual(['es', 'en', 'es'])
})
