import { beforeEach, describe, expect, it } from 'vitest'
import { DEFAULTS, keepIn, prefer } from '../preferences/preferences.svelte'
import { forget, listen, press, type Ground } from './listening'
import { strokeOf, type Press } from './strokes'
import { takenBy } from './taken'

function key(name: string, held: Partial<Press> = {}): Press {
  return { key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }
}

describe('a stroke', () => {
  it.each([
    [key('k', { ctrlKey: true }), 'Control+k'],
    [key('k', { metaKey: true }), 'Control+k'],
    [key('Z', { shiftKey: true }), 'Shift+z'],
    [key('?', { shiftKey: true }), '?'],
    [key('h', { altKey: true }), null],
    [key('Shift', { shiftKey: true }), null],
  ])('%j is %s', (event, stroke) => {
    expect(strokeOf(event)).toBe(stroke)
  })
})

describe('the keyboard', () => {
  let done: string[]
  beforeEach(() => {
    keepIn(() => ({ getItem: () => null, setItem: () => undefined }))
    prefer(DEFAULTS)
    forget()
    done = []
  })
  const type = (names: string, ground: Ground = 'page') =>
    [...names].map((name) => press(key(name), ground)).at(-1)

  it('goes by two strokes, whose second does not mean what it means alone', () => {
    const stop = listen({ goHome: () => void done.push('home'), hide: () => void done.push('hide') })
    type('gh')
    type('h')
    stop()
    expect(done).toEqual(['home', 'hide'])
  })

  it('reads a second stroke that fits nothing as a first', () => {
    const stop = listen({ next: () => void done.push('next') })
    type('gj')
    stop()
    expect(done).toEqual(['next'])
  })

  it('is silent inside fields, save for Escape and Control', () => {
    const stop = listen({ next: () => void done.push('next'), search: () => void done.push('search'), close: () => void done.push('close') })
    type('j', 'field')
    press(key('k', { ctrlKey: true }), 'field')
    press(key('Escape'), 'field')
    stop()
    expect(done).toEqual(['search', 'close'])
  })

  it('leaves Enter to a control', () => {
    const stop = listen({ open: () => void done.push('open') })
    expect(press(key('Enter'), 'control')).toBe(false)
    stop()
    expect(done).toEqual([])
  })

  it('asks the last listener first, and the one before where that has no use for it', () => {
    const stops = [listen({ close: () => void done.push('page') }), listen({ close: () => false })]
    press(key('Escape'), 'page')
    stops.forEach((stop) => stop())
    expect(done).toEqual(['page'])
  })

  it('can be turned off for single keys', () => {
    const stop = listen({ next: () => void done.push('next'), search: () => void done.push('search') })
    prefer({ hasKeys: false })
    type('j')
    press(key('k', { ctrlKey: true }), 'page')
    stop()
    expect(done).toEqual(['search'])
  })

  it('takes the keys that a person chose', () => {
    const stop = listen({ next: () => void done.push('next') })
    prefer({ keys: { next: 'w' } })
    type('jw')
    stop()
    expect(done).toEqual(['next'])
  })
})

describe('a key', () => {
  it('is free where no action near has it', () => {
    expect(takenBy('y', 'expand', {})).toBeNull()
    expect(takenBy('j', 'expand', {})).toBe('next')
    expect(takenBy('f', 'expand', {})).toBe('fit')
  })
})
