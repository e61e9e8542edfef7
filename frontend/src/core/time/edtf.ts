/** How fine a date is, coarsest first. */
export type Precision = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day'

/** A date as precise as it is known; `month` 21–24 is a season (spring to winter of the north). */
export interface Moment {
  readonly year: number
  readonly month: number | null
  readonly day: number | null
  readonly precision: Precision
  readonly approximate: boolean
  readonly uncertain: boolean
}

/** One moment (`end` is `start`), or an interval; an end without date is `open` (it goes on) or `unknown`. */
export interface Time {
  readonly start: Moment | 'open' | 'unknown'
  readonly end: Moment | 'open' | 'unknown'
  readonly isInterval: boolean
}

/** Days as `YYYY-MM-DD`, both counted in; null where the end is open or unknown. */
export interface Reach {
  readonly first: string | null
  readonly last: string | null
}

const MOMENT = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%]?)$/
const FIRST_SEASON = 21
const YEARS_MORE: { readonly [precision in Precision]?: number } = { century: 99, decade: 9 }

/** Read the EDTF that the server writes: `2022`, `2022-11`, `202X`, `2022-21`, `2022-11-07?`, `2022/2023`, `2022/..`. Null if it is none. */
export function parseTime(text: string): Time | null {
  const parts = text.split('/')
  if (parts.length > 2) return null
  const start = bound(parts[0] ?? '', parts.length === 2)
  const end = parts.length === 2 ? bound(parts[1] ?? '', true) : start
  return start && end ? { start, end, isInterval: parts.length === 2 } : null
}

/** The days that a time can mean. Doubt does not widen it. */
export function reach(time: Time): Reach {
  return {
    first: typeof time.start === 'string' ? null : firstDay(time.start),
    last: typeof time.end === 'string' ? null : lastDay(time.end),
  }
}

export function firstDay(moment: Moment): string {
  const { year, month, day } = moment
  if (month === null) return iso(year, 1, 1)
  return month >= FIRST_SEASON ? iso(year, seasonStart(month), 1) : iso(year, month, day ?? 1)
}

export function lastDay(moment: Moment): string {
  const { year, month, day, precision } = moment
  if (month === null) return iso(year + (YEARS_MORE[precision] ?? 0), 12, 31)
  if (month < FIRST_SEASON) return iso(year, month, day ?? lengthOf(year, month))
  const end = seasonStart(month) + 2
  return end > 12 ? iso(year + 1, end - 12, lengthOf(year + 1, end - 12)) : iso(year, end, lengthOf(year, end))
}

function bound(text: string, inInterval: boolean): Time['start'] | null {
  if (inInterval && text === '..') return 'open'
  if (inInterval && text === '') return 'unknown'
  return moment(text)
}

function moment(text: string): Moment | null {
  const found = MOMENT.exec(text)
  if (!found) return null
  const [, digits = '', month, day, doubt = ''] = found
  const known = { month: part(month), day: month === 'XX' ? null : part(day) }
  return {
    year: Number(digits.replaceAll('X', '0')),
    ...known,
    precision: precisionOf(digits, known.month, known.day),
    approximate: doubt === '~' || doubt === '%',
    uncertain: doubt === '?' || doubt === '%',
  }
}

function precisionOf(digits: string, month: number | null, day: number | null): Precision {
  if (digits.endsWith('XX')) return 'century'
  if (digits.endsWith('X')) return 'decade'
  if (month === null) return 'year'
  if (month >= FIRST_SEASON) return 'season'
  return day === null ? 'month' : 'day'
}

function part(text: string | undefined): number | null {
  return text === undefined || text === 'XX' ? null : Number(text)
}

function seasonStart(month: number): number {
  return 3 * (month - FIRST_SEASON) + 3
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
