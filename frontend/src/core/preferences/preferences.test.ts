import { expect, it } from 'vitest'
import { DEFAULTS, keepIn, prefer, preferences } from './preferences.svelte'

function storage(text: string | null) {
  const kept = { text }
  return { kept, getItem: () => kept.text, setItem: (_: string, value: string) => void (kept.text = value) }
}

it('keeps a choice for the next visit', () => {
  const place = storage(null)
  keepIn(() => place)
  prefer({ theme: 'dark' })
  keepIn(() => storage(place.kept.text))
  expect(preferences.current).toEqual({ ...DEFAULTS, theme: 'dark' })
})

it('begins anew where what was kept is broken', () => {
  keepIn(() => storage('{'))
  expect(preferences.current).toEqual(DEFAULTS)
})

it('holds a choice where nothing can be kept', () => {
  keepIn(() => ({
    getItem: () => null,
    setItem: () => {
      throw new Error('full')
    },
  }))
  prefer({ language: 'es' })
  expect(preferences.current.language).toBe('es')
})

it('holds a choice where the browser forbids to keep any', () => {
  keepIn(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  prefer({ theme: 'dark' })
  prefer({ who: 'Ines' })
  expect(preferences.current).toEqual({ ...DEFAULTS, theme: 'dark', who: 'Ines' })
})

it('leaves what another window has chosen since', () => {
  const place = storage(null)
  keepIn(() => place)
  place.kept.text = JSON.stringify({ theme: 'dark', hosts: { harbour: 'Kenya' } })
  prefer(({ hosts }) => ({ who: 'Ines', hosts: { ...hosts, canal: 'Panama' } }))
  expect(JSON.parse(place.kept.text)).toEqual({ ...DEFAULTS, theme: 'dark', who: 'Ines', hosts: { harbour: 'Kenya', canal: 'Panama' } })
})
