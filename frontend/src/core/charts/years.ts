/** Numbers by year, as small charts draw them. */

export interface Year {
  readonly year: number
  readonly count: number
}

/** Every year from the first that counts to the last, without gaps. */
export function yearsOf(counted: readonly { readonly year: number; readonly count: number }[]): Year[] {
  const counts = new Map<number, number>()
  for (const { year, count } of counted) counts.set(year, (counts.get(year) ?? 0) + count)
  if (!counts.size) return []
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())]
  return Array.from({ length: last - first + 1 }, (_, at) => ({ year: first + at, count: counts.get(first + at) ?? 0 }))
}

/** Bars in a box of `width` by `height`, one for each year; a year that counts is never lower than one pixel. */
export function barsOf(years: readonly Year[], { width, height }: { readonly width: number; readonly height: number }) {
  const most = Math.max(1, ...years.map((one) => one.count))
  const step = width / Math.max(1, years.length)
  return years.map((one, at) => {
    const tall = one.count && Math.max(1, (one.count / most) * height)
    return { year: one.year, count: one.count, x: at * step, y: height - tall, width: Math.max(0.5, step * 0.82), height: tall }
  })
}
