/** Times as the server writes them in sentences: `12 May 2019`, `about June 2019`, `since 2019`, `2 May 2019 to 5 May 2019`. */

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SEASONS = ['spring', 'summer', 'autumn', 'winter']
const MOMENT = new RegExp(`^(about |perhaps )?(?:(\\d{1,2}) )?(?:(${[...MONTHS, ...SEASONS].join('|')}) )?(\\d{4})(s)?$`)

/** A time in English words as EDTF; null of words that are none. */
export function edtfOf(words: string): string | null {
  const [, bound, alone] = /^(since|until) (.+)$/.exec(words) ?? []
  if (bound && alone) return joined(bound === 'since' ? [momentOf(alone), '..'] : ['', momentOf(alone)])
  const [first = '', last] = words.split(' to ')
  return last === undefined ? momentOf(first) : joined([momentOf(first), momentOf(last)])
}

function joined(ends: readonly (string | null)[]): string | null {
  return ends.includes(null) ? null : ends.join('/')
}

function momentOf(words: string): string | null {
  const [found, doubt, day, month, year = '', decade] = MOMENT.exec(words) ?? []
  if (!found) return null
  const date = [decade ? `${year.slice(0, 3)}X` : year, month && monthOf(month), day?.padStart(2, '0')].filter(Boolean).join('-')
  return date + ({ 'about ': '~', 'perhaps ': '?' }[doubt ?? ''] ?? '')
}

/** Months from 01, seasons from 21 (EDTF). */
function monthOf(name: string): string {
  const season = SEASONS.indexOf(name)
  return String(season < 0 ? MONTHS.indexOf(name) + 1 : season + 21).padStart(2, '0')
}
