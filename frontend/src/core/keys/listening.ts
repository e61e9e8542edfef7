import { preferences } from '../preferences/preferences.svelte'
import type { Action } from './actions'
import { holdsInFields, meaningOf, strokeOf, type Press } from './strokes'

/** Do it; false says that it was not for this listener, and the next one is asked. */
export type Listener = () => boolean | void
export type Listeners = { readonly [action in Action]?: Listener }

/** Where a key was pressed: in a field that is written in, on a control that has the key for itself, or elsewhere. */
export type Ground = 'field' | 'control' | 'page'

const listeners: Listeners[] = []
let waiting = ''

/** Hear actions until the function that is given back is called: `$effect(() => listen({next}))`. The last to listen is asked first. */
export function listen(to: Listeners): () => void {
  listeners.push(to)
  return () => {
    const at = listeners.indexOf(to)
    if (at >= 0) listeners.splice(at, 1)
  }
}

/** Pass a press on to whoever listens; true if somebody took it. */
export function press(event: Press, ground: Ground): boolean {
  const stroke = strokeOf(event)
  if (stroke === null || !isHeard(stroke, ground)) return false
  const { keys: chosen, hasKeys } = preferences.current
  const meaning = meaningOf(stroke, { chosen, hasKeys, waiting })
  waiting = meaning.waiting
  return waiting !== '' || meaning.actions.some(perform)
}

/** Forget a first stroke whose second did not come. */
export function forget(): void {
  waiting = ''
}

/** Do what an action says, as its key would. */
export function perform(action: Action): boolean {
  return listeners.toReversed().some((one) => {
    const listener = one[action]
    return listener !== undefined && listener() !== false
  })
}

function isHeard(stroke: string, ground: Ground): boolean {
  if (ground === 'field') return holdsInFields(stroke)
  return ground === 'page' || stroke.length === 1 || holdsInFields(stroke) || stroke.startsWith('Shift+')
}
