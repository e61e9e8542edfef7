import { beforeAll, expect, it } from 'vitest'
import { speak } from '../core/words/words.svelte'
import { captionOf } from './captions'

beforeAll(() => speak('en'))

it('says on an export that its answer is of before', () => {
  expect(captionOf('Map', null, [], 3).date).toContain('As it was before the last 3 changes.')
  expect(captionOf('Map', null, [], 0).date).toContain('As it was on an earlier day.')
})

it('says no such thing of the present answer', () => {
  expect(captionOf('Map', null, [], null).date).not.toContain('As it was')
})
