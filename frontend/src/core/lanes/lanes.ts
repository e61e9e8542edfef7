/** Events in lanes, and the days that they may have happened on. */

import type { Channel } from '../channels/channels'
import type { Status } from '../channels/status'

/** How fine the ends of an item are known, coarsest first. */
export type Precision = 'century' | 'decade' | 'year' | 'season' | 'month' | 'day'

export interface Lane {
  readonly id: string
  readonly label: string
}

export interface LaneItem {
  readonly id: string
  readonly lane: string
  /** First and last day that it may mean, `YYYY-MM-DD`; null is an end without date. */
  readonly start: string | null
  readonly end: string | null
  readonly precision: Precision
  readonly label: string
  readonly channel: Channel
  readonly status: Status
}

export interface Lanes {
  readonly lanes: readonly Lane[]
  readonly items: readonly LaneItem[]
}

export interface LanesFilter {
  readonly channels: readonly Channel[] | null
  readonly confirmedOnly: boolean
}

export const DAY_MS = 86_400_000

/** Days of one unit, rounded up. */
const UNIT_DAYS: Record<Precision, number> = { century: 36_525, decade: 3653, year: 366, season: 92, month: 31, day: 1 }

/** An item on the axis, in milliseconds since 1970; the last day counts whole. */
export interface Span {
  readonly item: LaneItem
  readonly start: number
  readonly end: number
  /** The part that is certain; null where only the range is known. */
  readonly core: readonly [number, number] | null
}

export function passesLanes(item: LaneItem, filter: LanesFilter): boolean {
  if (filter.channels && !filter.channels.includes(item.channel)) return false
  return !filter.confirmedOnly || item.status === 'confirmed'
}

/** The time of an ISO day. Years before 1000 keep their four digits. */
function timeOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

/** The ISO day of a time. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

/** First and last time of the dated items; the present year where there are none. */
export function extentOf(items: readonly LaneItem[], now: number): readonly [number, number] {
  let [first, last] = [Infinity, -Infinity]
  for (const item of items) {
    const [start, end] = [item.start ?? item.end, item.end ?? item.start]
    if (start !== null) first = Math.min(first, timeOf(start))
    if (end !== null) last = Math.max(last, timeOf(end) + DAY_MS)
  }
  if (first < last) return [first, last]
  const year = new Date(now).getUTCFullYear()
  return [Date.UTC(year, 0, 1), Date.UTC(year + 1, 0, 1)]
}

/** Spans in order of start, then id; items without any date have none. An open end reaches the end of the axis. */
export function spansOf(items: readonly LaneItem[], extent: readonly [number, number]): Span[] {
  return items
    .filter((item) => item.start !== null || item.end !== null)
    .map((item) => spanOf(item, extent))
    .sort((a, b) => a.start - b.start || (a.item.id < b.item.id ? -1 : 1))
}

/** The next or previous span in time; from nowhere the first that begins in sight, at or after `first`. */
export function stepOf(spans: readonly Span[], step: { readonly from: string | null; readonly way: 1 | -1; readonly first: number }): Span | undefined {
  const at = spans.findIndex((span) => span.item.id === step.from)
  return at < 0 ? spans.find((span) => span.start >= step.first) : spans[at + step.way]
}

function spanOf(item: LaneItem, extent: readonly [number, number]): Span {
  const start = item.start === null ? extent[0] : timeOf(item.start)
  const end = item.end === null ? extent[1] : timeOf(item.end) + DAY_MS
  return { item, start, end, core: coreOf(item, start, end) }
}

/** Within its first and last unit an item may begin and end; what lies between is certain. An open end is uncertain throughout one unit. */
function coreOf(item: LaneItem, start: number, end: number): readonly [number, number] | null {
  const unit = UNIT_DAYS[item.precision] * DAY_MS
  if (item.precision === 'day' && item.start !== null && item.end !== null) return [start, end]
  const doubt = item.precision === 'day' ? Math.min((end - start) / 4, 366 * DAY_MS) : unit
  const [from, to] = [
    item.precision === 'day' && item.start !== null ? start : start + doubt,
    item.precision === 'day' && item.end !== null ? end : end - doubt,
  ]
  return from < to ? [from, to] : null
}
