import type { Visit } from '../visits/visits'

/** What a person chose for this browser: kept beside the pages, never in a case and never in a link. */
export interface Preferences {
  readonly language: 'system' | 'en' | 'es'
  readonly theme: 'system' | 'light' | 'dark'
  /** Single keys may be turned off (WCAG 2.1.4). */
  readonly hasKeys: boolean
  /** Keys that the person gave to actions, by the action's name. */
  readonly keys: { readonly [action: string]: string }
  /** The name under which the person judges. */
  readonly who: string
  /** By case: the last visit, and the country whose matrix stands on its home page. */
  readonly visits: { readonly [inCase: string]: Visit }
  readonly hosts: { readonly [inCase: string]: string }
}

export const DEFAULTS: Preferences = { language: 'system', theme: 'system', hasKeys: true, keys: {}, who: '', visits: {}, hosts: {} }

const NAME = 'palanca.preferences'

let current = $state.raw<Preferences>(DEFAULTS)
let kept: Pick<Storage, 'getItem' | 'setItem'> | null = null

export const preferences = {
  get current(): Preferences {
    return current
  },
}

/** Read what was kept in a storage, which a browser may forbid. What cannot be read is as if nothing had been chosen. */
export function keepIn(open: () => Pick<Storage, 'getItem' | 'setItem'>): void {
  try {
    kept = open()
  } catch {
    kept = null
  }
  current = read()
}

/** Choose beside what was chosen in other windows, and keep the choice. Where the browser keeps nothing, it holds until the page is left. */
export function prefer(choice: Partial<Preferences> | ((now: Preferences) => Partial<Preferences>)): void {
  const now = kept ? read() : current
  current = { ...now, ...(typeof choice === 'function' ? choice(now) : choice) }
  try {
    kept?.setItem(NAME, JSON.stringify(current))
  } catch {
    kept = null
  }
}

function read(): Preferences {
  try {
    return { ...DEFAULTS, ...(JSON.parse(kept?.getItem(NAME) ?? '{}') as Partial<Preferences>) }
  } catch {
    return DEFAULTS
  }
}
