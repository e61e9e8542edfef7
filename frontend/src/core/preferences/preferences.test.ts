import { expect, it } from 'vitest'
import { DEFAULTS, keepIn, prefer, preferences } from './preferences.svelte'

function storage(text: string | null) {
  const kept = { text }
  return { kept, getItem: () => kept.text, setItem: (_: string, value: string) => void (kept.text = value) }
}

it('keeps a choice for the next visit', () => {
  const place = storage(null)
  keepIn(place)
  prefer({ theme: 'dark' })
  keepIn(storage(place.kept.text))
  expect(preferences.current).toEqual({ ...DEFAULTS, theme: 'dark' })
})

it('begins anew where what was kept is broken', () => {
  keepIn(storage('{'))
  expect(preferences.current).toEqual(DEFAULTS)
})

it('holds a choice where nothing can be kept', () => {
  keepIn({
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  })
  prefer({ language: 'es' })
  expect(preferences.current.language).toBe('es')
})
