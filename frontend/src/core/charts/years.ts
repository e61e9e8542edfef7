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

/** The years without far outliers: at each end those are cut that hold no more than a hundredth of all. */
export function mainYears(years: readonly Year[]): readonly Year[] {
  const spare = years.reduce((sum, one) => sum + one.count, 0) / 100
  const [start, end] = [cutOff(years, spare), years.length - cutOff(years.toReversed(), spare)]
  return start < end ? years.slice(start, end) : years
}

/** How many years at the beginning hold less than `spare` together; years without any beside them go too. */
function cutOff(years: readonly Year[], spare: number): number {
  let held = 0
  const kept = years.findIndex((one) => (held += one.count) > Math.max(spare, years.length > FEW ? 1 : 0))
  return Math.max(0, kept)
}

/** Up to so many years a chart shows each, however lonely. */
const FEW = 60

/** Bars in a box of `width` by `height`, one for each year; a year that counts is never lower than one pixel. */
export function barsOf(years: readonly Year[], { width, height }: { readonly width: number; readonly height: number }) {
  const most = Math.max(1, ...years.map((one) => one.count))
  const step = width / Math.max(1, years.length)
  return years.map((one, at) => {
    const tall = one.count && Math.max(1, (one.count / most) * height)
    return { year: one.year, count: one.count, x: at * step, y: height - tall, width: Math.max(0.5, step * 0.82), height: tall }
  })
}
