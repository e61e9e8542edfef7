import { expect, test } from 'vitest'
import { channelOf } from './channels'

test('what is no channel folds into other', () => {
  expect([channelOf('legal'), channelOf('science-and-aid'), channelOf('folklore'), channelOf(null)]).toEqual([
    'legal',
    'science-and-aid',
    'other',
    'other',
  ])
})
