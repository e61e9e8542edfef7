import { api } from '../../api/client'
import type { Out } from '../../api/shapes'
import { here } from '../address/here.svelte'

const PAUSE_MS = 150

/** Things of the case whose names begin with words, asked for once the writing pauses. Of words that are null none is asked for. */
export class Named {
  found = $state.raw<readonly Out<'Thing'>[]>([])

  /** `words` are what is written; `asked` how many things to ask for. */
  constructor(words: () => string | null, asked: () => number) {
    $effect(() => {
      const [name, limit] = [words()?.trim() ?? null, asked()]
      const leaving = new AbortController()
      const waiting = setTimeout(() => void this.#ask(name, limit, leaving.signal), PAUSE_MS)
      return () => {
        clearTimeout(waiting)
        leaving.abort()
      }
    })
  }

  async #ask(name: string | null, limit: number, signal: AbortSignal): Promise<void> {
    if (name === null || !here.case) {
      this.found = []
      return
    }
    const page = await api.get('/api/cases/{case}/things', { path: { case: here.case }, query: { name, limit }, signal }).catch(() => null)
    if (page && !signal.aborted) this.found = page.items
  }
}

/** The place in a list that an arrow leads to, round its ends; null for another key. */
export function stepped(key: string, at: number, length: number): number | null {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key]
  return step ? (at + step + length) % Math.max(1, length) : null
}
