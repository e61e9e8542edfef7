import type { Claim } from '../claims/claims'
import { parseTime, reach, type Reach } from '../time/edtf'

/** An office that was held: certain between `from` and `to`, possible as far as `earliest` and `latest` (days; null where unknown). */
export interface Bar {
  readonly claim: string
  readonly earliest: string | null
  readonly from: string
  readonly to: string
  readonly latest: string | null
}

/** Office by office, those held first at the top. */
export interface OfficeRow {
  readonly label: string
  readonly bars: readonly Bar[]
}

type Office = Pick<Claim, 'id' | 'facts' | 'parties' | 'time'>

/** The rows of a strip: of a person by office, of a body by office and holder. A claim without any date has no bar. */
export function rowsOf(claims: readonly Office[], thing: string): readonly OfficeRow[] {
  const found = new Map<string, Bar[]>()
  for (const claim of claims) {
    const bar = barOf(claim)
    const label = labelOf(claim, thing)
    if (bar) found.set(label, [...(found.get(label) ?? []), bar])
  }
  const rows = [...found].map(([label, bars]) => ({ label, bars }))
  return rows.toSorted((one, other) => firstOf(one).localeCompare(firstOf(other)))
}

/** The claims that no row can show, for want of a date. */
export function undatedOf<Claimed extends Office>(claims: readonly Claimed[]): readonly Claimed[] {
  return claims.filter((claim) => !barOf(claim))
}

/** The first and last day that bars and other days reach, as times; null where there is none. */
export function windowOf(rows: readonly OfficeRow[], days: readonly string[]): readonly [number, number] | null {
  const all = [...rows.flatMap((row) => row.bars.flatMap((bar) => [bar.earliest ?? bar.from, bar.latest ?? bar.to])), ...days].sort()
  const [first, last] = [all[0], all.at(-1)]
  if (first === undefined || last === undefined) return null
  const [start, end] = [Date.parse(first), Date.parse(last)]
  const margin = Math.max((end - start) * 0.04, 20 * 86_400_000)
  return [start - margin, end + margin]
}

/** How many events there are in each month, whatever their channel. */
export function monthsOf(events: readonly { readonly when: string; readonly claims: number }[]): readonly { readonly when: string; readonly count: number }[] {
  const found = new Map<string, number>()
  for (const one of events) found.set(one.when, (found.get(one.when) ?? 0) + one.claims)
  return [...found].map(([when, count]) => ({ when, count }))
}

function barOf(claim: Office): Bar | null {
  const [start, end, seen] = [reachOf(fact(claim, 'start')), reachOf(fact(claim, 'end')), reachOf(fact(claim, 'as of') || (claim.time ?? ''))]
  const from = start?.last ?? seen?.first ?? end?.first ?? null
  const to = end?.first ?? seen?.last ?? seen?.first ?? start?.last ?? null
  if (from === null || to === null) return null
  const [first, last] = from <= to ? [from, to] : [to, from]
  return { claim: claim.id, earliest: start?.first ?? null, from: first, to: last, latest: end?.last ?? null }
}

function labelOf(claim: Office, thing: string): string {
  const isHolder = claim.parties.some((one) => one.role === 'person' && one.thing === thing)
  const parts = isHolder ? [fact(claim, 'role'), fact(claim, 'body')] : [fact(claim, 'role'), fact(claim, 'person')]
  return parts.filter(Boolean).join(', ')
}

function reachOf(text: string): Reach | null {
  const time = text ? parseTime(text) : null
  return time && reach(time)
}

function fact(claim: Office, name: string): string {
  return claim.facts.find((one) => one.name === name)?.value ?? ''
}

function firstOf(row: OfficeRow): string {
  return row.bars.map((bar) => bar.earliest ?? bar.from).sort()[0] ?? ''
}
