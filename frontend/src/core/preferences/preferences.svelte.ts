/** What a person chose for this browser: kept beside the pages, never in a case and never in a link. */
export interface Preferences {
  readonly language: 'system' | 'en' | 'es'
  readonly theme: 'system' | 'light' | 'dark'
  /** The name under which judgements are logged. */
  readonly who: string
  /** Single keys may be turned off (WCAG 2.1.4). */
  readonly hasKeys: boolean
  /** Keys that the person gave to actions, by the action's name. */
  readonly keys: { readonly [action: string]: string }
}

export const DEFAULTS: Preferences = { language: 'system', theme: 'system', who: '', hasKeys: true, keys: {} }

const NAME = 'palanca.preferences'

let current = $state.raw<Preferences>(DEFAULTS)
let kept: Pick<Storage, 'getItem' | 'setItem'> | null = null

export const preferences = {
  get current(): Preferences {
    return current
  },
}

/** Read what was kept. What cannot be read is as if nothing had been chosen. */
export function keepIn(storage: Pick<Storage, 'getItem' | 'setItem'>): void {
  kept = storage
  try {
    current = { ...DEFAULTS, ...(JSON.parse(storage.getItem(NAME) ?? '{}') as Partial<Preferences>) }
  } catch {
    current = DEFAULTS
  }
}

/** Choose, and keep the choice. Where the browser keeps nothing, it holds until the page is left. */
export function prefer(choice: Partial<Preferences>): void {
  current = { ...current, ...choice }
  try {
    kept?.setItem(NAME, JSON.stringify(current))
  } catch {
    kept = null
  }
}
