import { api } from '../../api/client'
import type { Claim, Passage } from '../claims/claims'

/** A footnote of a printed page: its number, the first claim that is marked with it, and the sentence that tells it. */
export interface Note {
  readonly number: number
  readonly claim: Claim
  readonly passage: Passage
}

const MOST = 300
const AT_ONCE = 100

const known = new Map<string, Claim>()
const expected = new Set<string>()
let shown = $state.raw<readonly Note[]>([])
let numbers = $state.raw<ReadonlyMap<string, number>>(new Map())

/** The footnotes of this printing; none while nothing is printed. */
export const notes = {
  get shown(): readonly Note[] {
    return shown
  },
  numberOf(claim: string): number | null {
    return numbers.get(claim) ?? null
  },
}

/** Keep a claim that a page has shown, with its sentences. */
export function remember(claim: Claim): void {
  if (claim.passages.length) known.set(claim.id, claim)
}

/** Say which claims will be marked once the page is printed; they are forgotten by the function that is given back. */
export function foresee(claims: readonly string[]): () => void {
  const ours = claims.slice(0, MOST)
  for (const id of ours) expected.add(id)
  return () => ours.forEach((id) => expected.delete(id))
}

/** Load what the marks of a page rest on ahead of its printing, which does not wait: the first 300. */
export async function load(inCase: string, marked: readonly string[], signal: AbortSignal): Promise<void> {
  const missing = [...new Set([...marked, ...expected])].slice(0, MOST).filter((id) => !known.has(id))
  for (let at = 0; at < missing.length && !signal.aborted; at += AT_ONCE) {
    const query = { id: missing.slice(at, at + AT_ONCE) }
    for (const claim of await api.get('/api/cases/{case}/claims-by-id', { path: { case: inCase }, query, signal })) remember(claim)
  }
}

/** Number the footnotes of a page by the order of its marks. What stands under a number is a sentence, or each claim where the text has the sentences. */
export function number(marked: readonly string[], under: 'sentence' | 'claim'): void {
  const found = new Map<string, Note>()
  const next = new Map<string, number>()
  for (const claim of [...new Set(marked)].flatMap((id) => known.get(id) ?? [])) {
    const passage = claim.passages[0]
    if (!passage || found.size === MOST) continue
    const key = under === 'claim' ? claim.id : `${passage.document.id} ${passage.sentence}`
    const note = found.get(key) ?? { number: found.size + 1, claim, passage }
    found.set(key, note)
    next.set(claim.id, note.number)
  }
  shown = [...found.values()]
  numbers = next
}

/** Take the footnotes away when the page is printed. */
export function clear(): void {
  number([], 'claim')
}

/** Forget what was loaded: another case, or sentences that may have changed. */
export function forget(): void {
  known.clear()
}
