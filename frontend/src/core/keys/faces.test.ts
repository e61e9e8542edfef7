import { expect, it, vi } from 'vitest'

vi.mock('../words/words.svelte', () => ({ t: (key: string) => `[${key}]` }))
const { faceOf } = await import('./faces')

it.each([
  ['ArrowUp', '↑'],
  ['g h', 'g h'],
  ['+', '+'],
  ['Shift+z', '[face.Shift]+z'],
  ['Control+k', '[face.Control]+k'],
  ['Escape', '[face.Escape]'],
])('%s is printed as %s', (stroke, face) => {
  expect(faceOf(stroke)).toBe(face)
})
