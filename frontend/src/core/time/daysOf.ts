import type { Period } from '../address/period'
import { parseTime, reach, type Reach } from './edtf'

/** The days of a period; null where it is open, or its date is none. */
export function daysOf(period: Period): Reach {
  const [from, to] = [parseTime(period.from ?? ''), parseTime(period.to ?? '')]
  return { first: from && reach(from).first, last: to && reach(to).last }
}
