import { expect, test } from 'vitest'
import { channelNamed } from './channel'

test('what is no channel folds into other', () => {
  expect([channelNamed('legal'), channelNamed('folklore')]).toEqual(['legal', 'other'])
})
