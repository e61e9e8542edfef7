import { api } from '../../api/client'
import type { Out } from '../../api/shapes'
import type { Selection } from '../address/selection'
import { joined } from '../address/period'
import { lineOfName } from './claims'
import { claimNow } from './following'

export type ClaimsPage = Out<'ClaimsPage'>

/** Where the claims of a selection are asked for. */
export interface Asked {
  readonly case: string
  readonly selection: Selection
  /** The filter and period in force: they narrow what a thing takes part in, not claims that were picked. */
  readonly line: string
  readonly cursor: string | null
  readonly signal: AbortSignal
}

const CLAIMS_A_PAGE = 20

/** The claims of a selection. Of picked claims each is shown, whatever the filter says. Raises ApiFailure. */
export async function claimsOf(asked: Asked): Promise<{ items: readonly Out<'Claim'>[]; next: string | null; scope: Out<'Scope'> | null }> {
  const { selection } = asked
  if (selection.of === 'claims') return { items: await picked(asked, selection.ids), next: null, scope: null }
  const line = selection.of === 'line' ? selection.line : joined(lineOfName(selection.id), asked.line)
  return api.get('/api/cases/{case}/claims', {
    path: { case: asked.case },
    query: { q: line, cursor: asked.cursor, limit: CLAIMS_A_PAGE },
    signal: asked.signal,
  })
}

/** Of one claim every sentence is shown; of several, asked for at once, the first of each. */
async function picked(asked: Asked, ids: readonly string[]): Promise<readonly Out<'Claim'>[]> {
  const { case: inCase, signal } = asked
  if (ids.length > 1) return api.get('/api/cases/{case}/claims-by-id', { path: { case: inCase }, query: { id: [...ids] }, signal })
  return Promise.all(ids.map(async (claim) => (await claimNow(inCase, claim, signal)).claim))
}
