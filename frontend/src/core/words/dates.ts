import { parseTime, type Moment, type Time } from '../time/edtf'
import { localeOf } from './languages'
import { t, words } from './words.svelte'

/** A date as precise as it is known, in words of the language in use: `about March 2025`, `since 2021`. What cannot be read is shown as it is. */
export function sayTime(text: string): string {
  const time = parseTime(text)
  if (!time) return text
  return time.isInterval ? sayInterval(time) : sayBound(time.start)
}

function sayInterval({ start, end }: Time): string {
  if (typeof start === 'string') return typeof end === 'string' ? t('time.unknown') : t('time.until', { end: sayMoment(end) })
  if (end === 'open') return t('time.since', { start: sayMoment(start) })
  if (end === 'unknown') return t('time.from', { start: sayMoment(start) })
  return areDays(start, end) ? formatted('day', dayOf(start), dayOf(end)) : t('time.between', { start: sayMoment(start), end: sayMoment(end) })
}

/** Whether both are days without doubt, which can be said together: `5–6 May 2021`. */
function areDays(...moments: readonly Moment[]): boolean {
  return moments.every((one) => one.precision === 'day' && !one.approximate && !one.uncertain)
}

function dayOf({ year, month, day }: Moment): Date {
  return new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1))
}

function sayBound(bound: Time['start']): string {
  return typeof bound === 'string' ? t('time.unknown') : sayMoment(bound)
}

function sayMoment(moment: Moment): string {
  const date = sayDate(moment)
  if (moment.approximate && moment.uncertain) return t('time.perhapsAbout', { date })
  if (moment.approximate) return t('time.about', { date })
  return moment.uncertain ? t('time.perhaps', { date }) : date
}

function sayDate(moment: Moment): string {
  const { year, month, precision } = moment
  if (precision === 'century') return t('time.century', { first: String(year), last: String(year + 99) })
  if (precision === 'decade') return t('time.decade', { year: String(year) })
  if (precision === 'season') return t('time.season', { season: t(SEASONS[(month ?? 21) - 21] ?? 'time.spring'), year: String(year) })
  return formatted(precision, dayOf(moment))
}

const THIN_SPACE = '\u2009'

const SEASONS = ['time.spring', 'time.summer', 'time.autumn', 'time.winter'] as const

function formatted(precision: string, date: Date, until = date): string {
  const month = precision === 'month' ? 'long' : 'short'
  const options: Intl.DateTimeFormatOptions =
    precision === 'year' ? { year: 'numeric' } : { year: 'numeric', month, ...(precision === 'day' ? { day: 'numeric' } : {}) }
  return new Intl.DateTimeFormat(localeOf(words.language), { ...options, timeZone: 'UTC' }).formatRange(date, until).replaceAll(THIN_SPACE, ' ')
}

/** A moment of the clock, such as when a judgement was made. */
export function sayInstant(instant: string | Date): string {
  const format = new Intl.DateTimeFormat(localeOf(words.language), { dateStyle: 'medium', timeStyle: 'short' })
  return format.format(new Date(instant))
}
