/** The days that all pages look at: dates as coarse as they were given (`2022`, `2022-11`), null where open. */
export interface Period {
  readonly from: string | null
  readonly to: string | null
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Whether a date can bound a period: a year, a month or a day. */
export function isDate(text: string): boolean {
  return DATE.test(text)
}

/** The condition of the filter language that keeps what can fall in a period; empty for an open one. */
export function periodLine(period: Period): string {
  if (!period.from && !period.to) return ''
  return `time:${period.from ?? ''}..${period.to ?? ''}`
}

/** One line that asks for both: conditions side by side must all hold, and each keeps its own `or`. */
export function joined(...lines: readonly string[]): string {
  const said = lines.map((line) => line.trim()).filter(Boolean)
  return said.length > 1 ? said.map(bracketed).join(' ') : (said[0] ?? '')
}

function bracketed(line: string): string {
  return /\bor\b/.test(line) ? `(${line})` : line
}
