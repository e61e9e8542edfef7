import { api } from '../../api/client'
import type { Out } from '../../api/shapes'
import type { Claim } from './claims'

export type Field = Out<'Field'>

/** Fields whose value is one of a list. */
const CHOICES: { readonly [field in Field]?: (asking: Out<'Asking'>) => readonly string[] } = {
  category: (asking) => asking.categories,
  modality: () => ['asserted', 'reported', 'planned', 'hypothetical', 'denied'],
}

/** Times are written as EDTF. */
export const TIMES: ReadonlySet<Field> = new Set<Field>(['time', 'start', 'end'])

let known: Promise<Out<'Asking'>> | null = null

/** What can be corrected of each kind, and the words for it: asked once. */
export function asking(): Promise<Out<'Asking'>> {
  known ??= api.get('/api/asking', {}).catch((failure: unknown) => {
    known = null
    throw failure
  })
  return known
}

/** The values that a field can have, where there is a list of them. */
export function choicesOf(field: Field, words: Out<'Asking'>): readonly string[] | null {
  return CHOICES[field]?.(words) ?? null
}

/** The value of a field of a claim as a correction is written: several names with semicolons between, '' for none. */
export function valueOf(claim: Pick<Claim, 'facts' | 'parties' | 'time' | 'modality' | 'category'>, field: Field): string {
  const fact = (name: string): string => claim.facts.find((one) => one.name === name)?.value ?? ''
  const filling = (role: string | null): string =>
    claim.parties.filter((one) => one.role === role).map((one) => one.text).join('; ')
  const plain: { readonly [field in Field]?: () => string } = {
    time: () => claim.time ?? '',
    modality: () => claim.modality,
    category: () => claim.category ?? '',
    place: () => filling(null),
    start: () => fact('start'),
    end: () => fact('end'),
    role: () => fact('role'),
    value: () => [fact('value').replaceAll(',', ''), fact('unit')].filter(Boolean).join(' '),
  }
  return (plain[field] ?? (() => filling(field)))()
}
