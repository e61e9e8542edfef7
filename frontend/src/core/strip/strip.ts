/** Something that lies in time: days as `YYYY-MM-DD`, null where the end is open or nothing is known. */
export interface Lying {
  readonly first: string | null
  readonly last: string | null
}

/** Where a mark lies on a strip: fractions of its width. `opens` say that it goes on past the edge. */
export interface Placed {
  readonly start: number
  readonly width: number
  readonly opensBefore: boolean
  readonly opensAfter: boolean
}

/** The days that a strip reaches over, both counted in. */
export interface Extent {
  readonly first: string
  readonly last: string
}

const DAY_MS = 86_400_000

/** The days from the first to the last that is told; null where nothing is dated. */
export function extentOf(marks: readonly Lying[]): Extent | null {
  const days = marks.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null)
  if (!days.length) return null
  const sorted = days.toSorted()
  return { first: sorted[0] ?? '', last: sorted.at(-1) ?? '' }
}

/** Where a mark lies within an extent; null for one without a date. */
export function placed({ first, last }: Lying, extent: Extent): Placed | null {
  if (first === null && last === null) return null
  const start = first === null ? 0 : fraction(first, extent, 0)
  const end = last === null ? 1 : fraction(last, extent, 1)
  return { start, width: Math.max(end - start, 0), opensBefore: first === null, opensAfter: last === null }
}

/** Whether a mark is a point: it lies on one day. */
export function isPoint({ first, last }: Lying): boolean {
  return first !== null && first === last
}

function fraction(day: string, extent: Extent, added: number): number {
  const whole = dayOf(extent.last) - dayOf(extent.first) + 1
  return (dayOf(day) - dayOf(extent.first) + added) / whole
}

function dayOf(day: string): number {
  return Date.parse(day) / DAY_MS
}
