import type { Out } from '../../api/shapes'
import type { Status } from '../channels/status'
import { parseTime } from '../time/edtf'
import { word } from '../words/words.svelte'

export type Claim = Out<'Claim'>
export type Passage = Out<'Passage'>
export type Party = Out<'Party'>

/** What a person said of it comes first; then whether sources disagree. */
export function statusOf(claim: Pick<Claim, 'review' | 'disputes'>): Status {
  return settledBy(claim.review) ?? (claim.disputes.length ? 'disputed' : 'proposed')
}

/** The status that a person gave, if any did. */
export function settledBy(review: Claim['review']): Status | null {
  return review === 'open' || review === 'reopened' ? null : review
}

/** Who stated a claim by hand, where no reader read any of it; null of others. */
export function statedBy(claim: Pick<Claim, 'passages' | 'statements'>): string | null {
  const people = claim.passages.map((one) => one.stated_by)
  return claim.passages.length === claim.statements && people.every(Boolean) ? [...new Set(people)].join(', ') : null
}

/** What a claim says in a few words, without its parties: `Visit`, `minister of transport`, `Owns`. */
export function gistOf(claim: Pick<Claim, 'kind' | 'category' | 'mode' | 'facts'>): string {
  const fact = (name: string): string => claim.facts.find((one) => one.name === name)?.value ?? ''
  const gist = {
    event: () => actOf(claim),
    office: () => fact('role'),
    tie: () => word('tie', fact('kind')),
    instrument: () => instrumentOf(fact('kind'), fact('number'), fact('title')),
    quantity: () => amountOf(fact('value'), fact('unit'), fact('of')),
    quotation: () => quotationOf(fact('speaker'), fact('cue')),
    anomaly: () => fact('detail'),
  }[claim.kind]()
  return gist || word('kind', claim.kind)
}

/** By its mode, which says more (`Phone call`), or where there is none by its category (`Meeting or talk`). */
function actOf(claim: Pick<Claim, 'category' | 'mode'>): string {
  if (claim.mode) return word('mode', claim.mode)
  return claim.category ? word('category', claim.category) : ''
}

/** `Quotation: Ama Owusu (warned)`: a name and a verb alone read as a sentence that breaks off. */
function quotationOf(speaker: string, cue: string): string {
  const said = [word('kind', 'quotation'), speaker].filter(Boolean).join(': ')
  return cue ? `${said} (${cue})` : said
}

/** When a claim holds (EDTF): an office from its beginning to its end where either is told, and not only on the days that show it. */
export function timeOf(claim: Pick<Claim, 'kind' | 'facts' | 'time'>): string | null {
  const fact = (name: string): string => claim.facts.find((one) => one.name === name)?.value ?? ''
  const [start, end] = [fact('start'), fact('end') || (fact('status') === 'current' ? '..' : '')]
  const term = `${start}/${end}`
  return claim.kind === 'office' && (start || fact('end')) && parseTime(term) ? term : claim.time
}

/** `12 ships`, `40 percent the terminal`; words of what is counted that tell its noun again are left to the evidence. */
function amountOf(value: string, unit: string, of: string): string {
  return [value, unit, unit && of.includes(unit) ? '' : of].filter(Boolean).join(' ')
}

/** `Law 31`, `Concession of the pier`; what a title says already is not said twice. */
function instrumentOf(kind: string, number: string, title: string): string {
  if (number && title.includes(number)) return title
  const bare = [kind, word('instrument', kind).toLocaleLowerCase()]
  const said = bare.includes(title.toLocaleLowerCase()) ? '' : title
  return [word('instrument', kind), number, said].filter(Boolean).join(' ')
}

/** Who takes part, each once: a country that is party and place of an event is named in its first role. */
export function partiesOf(claim: Pick<Claim, 'parties'>): readonly Party[] {
  const seen = new Set<string>()
  return claim.parties.filter((one) => {
    const key = one.thing ?? one.text
    return !seen.has(key) && seen.add(key)
  })
}

/** The line of the filter language that asks for all that a thing takes part in, by its name, or better its id, which it shares with no namesake. */
export function lineOfName(name: string): string {
  return `who:"${name.replaceAll('"', ' ')}"`
}
