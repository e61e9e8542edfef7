import { parseTime, reach } from '../time/edtf'
import type { Lying } from './strip'

/** The days on which a document can have been published; nulls where that is not known. */
export function publishedDays(published: string | null): Lying {
  const time = published === null ? null : parseTime(published)
  return time ? reach(time) : { first: null, last: null }
}
