/** The axis of time: round days with names in the reader's language. */

import { scaleUtc } from 'd3-scale'
import { localeOf } from '../words/languages'
import { DAY_MS } from './lanes'

export interface Tick {
  readonly time: number
  readonly words: string
}

/** Ticks between two times, at most `most` of them and never finer than a day; the first of each year says its year. */
export function ticksOf(window: readonly [number, number], most: number, locale: string): Tick[] {
  const scale = scaleUtc().domain([...window])
  const found = scale
    .ticks(Math.max(1, Math.min(most, (window[1] - window[0]) / DAY_MS)))
    .map(Number)
    .filter((time) => time % DAY_MS === 0)
  const every = Math.max(1, Math.ceil(found.length / most)) // the scale may give nearly twice as many as it is asked for
  const times = found.filter((_, at) => at % every === 0)
  const unit = unitOf(times)
  return times.map((time, at) => ({ time, words: worded(time, unit, { locale, withYear: yearOf(time) !== yearOf(times[at - 1]) }) }))
}

function yearOf(time: number | undefined): number | null {
  return time === undefined ? null : new Date(time).getUTCFullYear()
}

type Unit = 'year' | 'month' | 'day'

function unitOf(times: readonly number[]): Unit {
  const dates = times.map((time) => new Date(time))
  if (dates.every((date) => date.getUTCDate() === 1 && date.getUTCMonth() === 0)) return 'year'
  return dates.every((date) => date.getUTCDate() === 1) ? 'month' : 'day'
}

function worded(time: number, unit: Unit, { locale, withYear }: { locale: string; withYear: boolean }): string {
  const date = new Date(time)
  if (unit === 'year') return format(locale, { year: 'numeric' }, date)
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  const day = unit === 'day' ? ({ day: 'numeric' } as const) : {}
  return format(locale, { ...day, month: 'short', ...year }, date)
}

function format(locale: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(localeOf(locale), { ...options, timeZone: 'UTC' }).format(date)
}
