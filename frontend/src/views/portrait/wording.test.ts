import { afterAll, beforeAll, expect, it } from 'vitest'
import { speak } from '../../core/words/words.svelte'
import { sayPieces } from './wording'

beforeAll(() => speak('es'))
afterAll(() => speak('en'))

it('a line is worded piece by piece, and names are left as they are', () => {
  const said = sayPieces([
    { code: 'when', values: { when: '2024-05' }, text: '2024-05', family: 'line', after: ': ' },
    { code: 'event', values: { who: 'Ana Ruiz', act: 'meet', category: 'consult', channel: 'diplomatic' }, text: '', family: 'line', after: '; ' },
    { code: 'no_end', values: {}, text: '', family: 'tenure', after: '' },
    { code: '', values: {}, text: 'Port Board', family: 'line', after: '' },
  ])
  expect(said.map((one) => one.text)).toEqual([
    'mayo de 2024: ', 'Ana Ruiz: reunión (reunión o consulta, canal diplomático); ', 'no se dice el fin', 'Port Board',
  ])
  expect(said.map((one) => one.isEnglish)).toEqual([false, false, false, true])
})
