import { expect, it } from 'vitest'
import { around } from './context'

it('sentences beside a passage are found by code points', () => {
  const document = { text: '😀 Rain fell. Ama Owusu met Lars Vik. They left.', sentences: [[0, 12], [13, 36], [37, 47]] }
  expect(around(document, [13, 22])).toEqual({ before: '😀 Rain fell.', after: 'They left.' })
  expect(around(document, [0, 3])).toEqual({ before: '', after: 'Ama Owusu met Lars Vik.' })
})
