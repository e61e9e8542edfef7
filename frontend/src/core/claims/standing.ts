import type { Claim, Passage } from './claims'

/** The passages of a claim by what they do: those that carry it, and those that deny it. */
export function sides(passages: readonly Passage[]): { readonly carrying: readonly Passage[]; readonly denying: readonly Passage[] } {
  return {
    carrying: passages.filter((one) => one.stance !== 'denies'),
    denying: passages.filter((one) => one.stance === 'denies'),
  }
}

/** What finds a claim again after a correction, which gives it another id: its kind at the words of a document. */
export interface Trace {
  readonly document: string
  readonly kind: Claim['kind']
  readonly span: readonly number[]
}

export function traceOf(claim: Pick<Claim, 'kind' | 'passages'>): Trace | null {
  const [lead] = claim.passages
  return lead ? { document: lead.document.id, kind: claim.kind, span: lead.span } : null
}

/** The claim that is told there now; null if none is. */
export function tracked(told: readonly { readonly claim: string; readonly kind: Claim['kind']; readonly span: readonly number[] }[], trace: Trace): string | null {
  return told.find((one) => one.kind === trace.kind && String(one.span) === String(trace.span))?.claim ?? null
}
