import { api } from '../../api/client'
import type { Out } from '../../api/shapes'
import { here } from '../address/here.svelte'

const PAUSE_MS = 150

/** At most so many things, or of countries alone. */
export interface Wanted {
  readonly limit: number
  readonly only_countries?: boolean
}

/** Things of the case whose names begin with words, asked for once the writing pauses. Of words that are null none is asked for. */
export class Named {
  found = $state.raw<readonly Out<'Thing'>[]>([])
  /** The words that what was found is of: others may have been written since. */
  of = $state.raw<string | null>(null)

  /** `words` are what is written; `asked` how many things to ask for, and of which sort. */
  constructor(words: () => string | null, asked: () => Wanted) {
    $effect(() => {
      const [name, wanted] = [words()?.trim() ?? null, asked()]
      const leaving = new AbortController()
      const waiting = setTimeout(() => void this.#ask(name, wanted, leaving.signal), PAUSE_MS)
      return () => {
        clearTimeout(waiting)
        leaving.abort()
      }
    })
  }

  async #ask(name: string | null, wanted: Wanted, signal: AbortSignal): Promise<void> {
    if (name === null || !here.case) {
      this.found = []
      this.of = null
      return
    }
    const page = await api.get('/api/cases/{case}/things', { path: { case: here.case }, query: { name, ...wanted }, signal }).catch(() => null)
    if (!page || signal.aborted) return
    this.found = page.items
    this.of = name
  }
}

/** The place in a list that an arrow leads to, round its ends; null for another key. */
export function stepped(key: string, at: number, length: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  return step ? (at + step + length) % Math.max(1, length) : null
}
