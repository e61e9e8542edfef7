import { expect, test } from 'vitest'
import { pressed, type NetworkVerbs } from './keys'

function told(
  keys: readonly [key: string, shiftKey?: boolean][],
  chosen: string | null,
): { acts: string[]; meant: boolean[] } {
  const acts: string[] = []
  const tell =
    (name: string) =>
    (...parts: unknown[]) =>
      void acts.push([name, ...parts].join(' '))
  const verbs: NetworkVerbs = {
    walk: tell('walk'),
    nudge: tell('nudge'),
    fit: tell('fit'),
    zoomBy: tell('zoom'),
    active: () => chosen,
    expand: tell('expand'),
    hide: tell('hide'),
    togglePin: tell('pin'),
    selected: () => chosen,
    open: tell('open'),
    drop: tell('drop'),
  }
  return { acts, meant: keys.map(([key, shiftKey = false]) => pressed({ key, shiftKey }, verbs)) }
}

test('arrows walk, and with shift move the node', () => {
  expect(told([['ArrowUp'], ['ArrowLeft', true]], 'port').acts).toEqual(['walk up', 'nudge left'])
})

test('verbs act on the chosen node', () => {
  expect(told([['x'], ['h'], ['p'], ['Enter'], ['Escape']], 'port').acts).toEqual([
    'expand port',
    'hide port',
    'pin port',
    'open port',
    'drop',
  ])
})

test('without a choice verbs are left to the page, as are keys without meaning', () => {
  expect(told([['x'], ['Enter'], ['Escape'], ['q']], null)).toEqual({ acts: [], meant: [false, false, false, false] })
})
