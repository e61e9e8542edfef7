import { expect, it } from 'vitest'
import { printWithheld, withheldIn } from './asking'

it('sources that are withheld go through a link whole, each once', () => {
  const printed = printWithheld(['Post, The', 'Volta Mail', 'Post, The'])
  expect(withheldIn({ withhold: printed ?? '' })).toEqual(['Post, The', 'Volta Mail'])
})

it('none withheld leaves the link without them', () => {
  expect([printWithheld([]), withheldIn({})]).toEqual([null, []])
})
