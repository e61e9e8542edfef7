import { ALL_ACTIONS, keysOf, type Action } from './actions'

/** The part of a keyboard event that says which key it is. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What the keyboard knows: a first stroke that waits for its second, the keys chosen, whether single keys are on. */
export interface Keyboard {
  readonly chosen: { readonly [action: string]: string }
  readonly hasKeys: boolean
  readonly waiting: string
}

export interface Meaning {
  readonly actions: readonly Action[]
  readonly waiting: string
}

const NONE: Meaning = { actions: [], waiting: '' }
const ALWAYS = new Set(['Escape', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

/** The stroke of a press, written as in the table of keys: `Control+k`, `Shift+z`, `?`. Null for Alt and bare modifiers. */
export function strokeOf(press: Press): string | null {
  if (press.altKey || ['Control', 'Shift', 'Meta', 'Alt', 'AltGraph'].includes(press.key)) return null
  const isLetter = press.key.length === 1 && press.key.toLowerCase() !== press.key.toUpperCase()
  const key = isLetter ? press.key.toLowerCase() : press.key
  const shift = press.shiftKey && (isLetter || press.key.length > 1) ? 'Shift+' : ''
  return (press.ctrlKey || press.metaKey ? 'Control+' : '') + shift + key
}

/** Which actions a stroke asks for. A first stroke of two waits; a second that fits nothing is read as a first. */
export function meaningOf(stroke: string, keyboard: Keyboard): Meaning {
  if (!keyboard.hasKeys && !ALWAYS.has(stroke) && !stroke.startsWith('Control+')) return NONE
  if (keyboard.waiting) {
    const both = actionsOf(`${keyboard.waiting} ${stroke}`, keyboard)
    if (both.length) return { actions: both, waiting: '' }
  }
  const isFirst = ALL_ACTIONS.some((action) => keysOf(action, keyboard.chosen).some((key) => key.startsWith(`${stroke} `)))
  return isFirst ? { actions: [], waiting: stroke } : { actions: actionsOf(stroke, keyboard), waiting: '' }
}

/** Whether a stroke keeps its meaning while a field is written in. */
export function holdsInFields(stroke: string): boolean {
  return stroke === 'Escape' || stroke.startsWith('Control+')
}

function actionsOf(key: string, keyboard: Keyboard): readonly Action[] {
  return ALL_ACTIONS.filter((action) => keysOf(action, keyboard.chosen).includes(key))
}
