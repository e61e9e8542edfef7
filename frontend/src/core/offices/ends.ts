import { parseTime, reach } from '../time/edtf'

/** Longer than any wording of a beginning or end leaves open, shorter than what is allowed where none is told. */
const OPEN_DAYS = 400
const DAY_MS = 86_400_000

/** Which ends of an office nobody tells: `sure` is when it is shown (EDTF), `first` and `last` how far it may reach. */
export function untold(office: { readonly sure: string | null; readonly first: string | null; readonly last: string | null }): 'both' | 'start' | 'end' | null {
  const shown = office.sure ? parseTime(office.sure) : null
  const span = shown && reach(shown)
  const start = isFar(office.first, span?.first ?? null)
  const end = isFar(span?.last ?? null, office.last)
  return start && end ? 'both' : start ? 'start' : end ? 'end' : null
}

function isFar(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(other) - Date.parse(one) > OPEN_DAYS * DAY_MS
}
