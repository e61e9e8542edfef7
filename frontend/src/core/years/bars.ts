import { CHANNELS, channelOf, type Channel } from '../channels/channels'

/** How many events of a channel there are in a year. */
export interface YearOfChannel {
  readonly when: string
  readonly channel: string
  readonly claims: number
}

/** A piece of a bar: from `from` to `to` events of the year. */
export interface Piece {
  readonly channel: Channel
  readonly claims: number
  readonly from: number
  readonly to: number
}

export interface Bar {
  readonly year: number
  readonly claims: number
  readonly pieces: readonly Piece[]
}

const YEARS_MOST = 60

/** A bar for every year from the first to the last, those without events too; `left` are events before the sixty years shown. */
export function barsOf(items: readonly YearOfChannel[]): { readonly bars: readonly Bar[]; readonly left: number } {
  const years = items.map((one) => Number(one.when))
  if (!years.length) return { bars: [], left: 0 }
  const last = Math.max(...years)
  const first = Math.max(Math.min(...years), last - YEARS_MOST + 1)
  const all = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const left = items.reduce((sum, one) => sum + (Number(one.when) < first ? one.claims : 0), 0)
  return { bars: all.map((year) => barOf(year, items.filter((one) => Number(one.when) === year))), left }
}

function barOf(year: number, items: readonly YearOfChannel[]): Bar {
  let from = 0
  const pieces = CHANNELS.flatMap((channel) => {
    const claims = items.reduce((sum, one) => sum + (channelOf(one.channel) === channel ? one.claims : 0), 0)
    from += claims
    return claims ? [{ channel, claims, from: from - claims, to: from }] : []
  })
  return { year, claims: from, pieces }
}

/** Round marks of an axis that reach `most`: 0, 5, 10. */
export function marksTo(most: number): number[] {
  const rough = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? rough)
  return Array.from({ length: Math.ceil(Math.max(most, 1) / step) + 1 }, (_, at) => at * step)
}
