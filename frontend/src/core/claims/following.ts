import { api } from '../../api/client'
import { ApiFailure } from '../../api/failure'
import type { Out } from '../../api/shapes'
import { traceOf, tracked, type Trace } from './standing'

type Shown = Out<'ClaimShown'>
type Told = Parameters<typeof tracked>[0]

/** Where claims stood that were shown: one that is corrected, or whose correction is undone, has another id since. */
const traces = new Map<string, Trace>()

/** A claim with all that tells it; where its id is of before a correction, under the id that it has now. Raises ApiFailure. */
export async function claimNow(inCase: string, claim: string, signal: AbortSignal): Promise<Shown> {
  const ask = (id: string): Promise<Shown> => api.get('/api/cases/{case}/claims/{claim}', { path: { case: inCase, claim: id }, signal })
  const shown = await ask(claim).catch(async (failure: unknown) => {
    const id = failure instanceof ApiFailure && failure.status === 404 ? await idNow(inCase, claim, signal) : null
    if (id === null) throw failure
    return ask(id)
  })
  remember(shown.claim)
  return shown
}

/** Keep in mind where a claim stands. */
export function remember(claim: Pick<Out<'Claim'>, 'id' | 'kind' | 'passages'>): void {
  const trace = traceOf(claim)
  if (trace) traces.set(claim.id, trace)
}

/** The id under which a document tells a claim now that it told as `claim` when it was last shown; null where it does not. */
export function toldNow(document: string, told: Told, claim: string): string | null {
  const one = told.find((saying) => saying.claim === claim)
  if (one) traces.set(claim, { document, kind: one.kind, span: one.span })
  const trace = traces.get(claim)
  return trace?.document === document ? tracked(told, trace) : null
}

async function idNow(inCase: string, claim: string, signal: AbortSignal): Promise<string | null> {
  const trace = traces.get(claim)
  if (!trace) return null
  const { told } = await api.get('/api/cases/{case}/documents/{document}', { path: { case: inCase, document: trace.document }, signal })
  return tracked(told, trace)
}
