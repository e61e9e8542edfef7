import { api } from '../../api/client'
import type { Claim } from '../../core/claims/claims'

const AT_ONCE = 100

/** The claims of a document, asked for as they come near: a long document has more than anybody looks at. */
export class ClaimsNear {
  known: ReadonlyMap<string, Claim> = $state.raw(new Map())
  readonly #asked = new Set<string>()

  /** Ask for those that are not there yet. What cannot be loaded is asked for again when it next comes near. */
  async want(inCase: string, ids: readonly string[], signal: AbortSignal): Promise<void> {
    const missing = [...new Set(ids)].filter((id) => !this.#asked.has(id)).slice(0, AT_ONCE)
    if (!missing.length) return
    for (const id of missing) this.#asked.add(id)
    try {
      const found = await api.get('/api/cases/{case}/claims-by-id', { path: { case: inCase }, query: { id: missing }, signal })
      this.known = new Map([...this.known, ...found.map((claim) => [claim.id, claim] as const)])
    } catch {
      for (const id of missing) this.#asked.delete(id)
    }
  }
}
