import { expect, it } from 'vitest'
import { stepped } from './named.svelte'

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowUp', 0, 3, 2],
  ['ArrowDown', 0, 0, 0],
  ['Enter', 1, 3, null],
])('%s at %i of %i leads to %s', (key, at, length, to) => {
  expect(stepped(key, at, length)).toBe(to)
})
