/** Pack spans in the rows of their lanes; what finds no row becomes a mark that says how many. */

import { DAY_MS, type Lane, type Span } from './lanes'

/** Where time stands on a plane of pixels: `k` pixels for a millisecond, from `origin`. */
export interface TimeScale {
  readonly origin: number
  readonly k: number
}

export interface PackOptions {
  readonly scale: TimeScale
  /** Rows of each lane that hold items; one more takes the marks. */
  readonly rows: number
  /** Pixels that the words of a span want, dot and gap included; 0 for none. */
  readonly wordsWidth: (span: Span) => number
}

export interface Bar {
  readonly span: Span
  readonly lane: number
  readonly row: number
  readonly left: number
  readonly right: number
  /** Whether its words found room. */
  readonly worded: boolean
  /** Pixels that its row leaves free to the left. */
  readonly before: number
}

/** Items of one lane that found no row, within `left` to `right`. */
export interface Density {
  readonly lane: number
  readonly left: number
  readonly right: number
  readonly spans: readonly Span[]
}

export interface Packed {
  readonly bars: readonly Bar[]
  readonly densities: readonly Density[]
}

/** Narrower spans are dots of this width. */
export const DOT = 12
const GAP = 3
/** Bars beyond this width are wide. */
const WIDE = 160
/** Width of a density mark. */
const BUCKET = 44

export function xOf(scale: TimeScale, time: number): number {
  return (time - scale.origin) * scale.k
}

export function timeAt(scale: TimeScale, x: number): number {
  return scale.origin + x / scale.k
}

/**
 * Pack spans that come in order of start. Rows do not depend on the window, so nothing jumps while the reader pans.
 * A lane keeps room for words only where that leaves nobody without a row.
 */
export function pack(lanes: readonly Lane[], spans: readonly Span[], options: PackOptions): Packed {
  const packed = lanes.map((lane, at) => {
    const own = spans.filter((span) => span.item.lane === lane.id)
    const roomy = packLane(own, at, options)
    return roomy.densities.length ? packLane(own, at, { ...options, wordsWidth: () => 0 }) : roomy
  })
  const bars = packed.flatMap((lane) => lane.bars)
  return { bars: roomed(worded(bars, options), options), densities: packed.flatMap((lane) => lane.densities) }
}

/** Disjoint stretches of one row, in order. */
class Row {
  private readonly lefts: number[] = []
  private readonly rights: number[] = []

  /** Take a stretch if it is free. */
  take(left: number, right: number): boolean {
    const at = this.firstBeyond(left)
    if ((this.lefts[at] ?? Infinity) < right + GAP) return false
    this.lefts.splice(at, 0, left)
    this.rights.splice(at, 0, right)
    return true
  }

  /** The first stretch that ends after `left`, by halving. */
  private firstBeyond(left: number): number {
    let [low, high] = [0, this.rights.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.rights[middle] ?? 0) + GAP > left) high = middle
      else low = middle + 1
    }
    return low
  }
}

/**
 * Wide bars may fill the lower half of the rows only, so that they leave room for what is dated to the day; what is then
 * still free is theirs.
 */
function packLane(spans: readonly Span[], lane: number, options: PackOptions): Packed {
  const rows = Array.from({ length: options.rows }, () => new Row())
  const lower = Math.min(rows.length - 1, Math.ceil(rows.length / 2))
  const bars: Bar[] = []
  const left = (candidates: readonly Span[], from: number) =>
    candidates.filter((span) => {
      const bar = placed(span, rows, from, { lane, options })
      if (bar) bars.push(bar)
      return !bar
    })
  const isWide = (span: Span) => (span.end - span.start) * options.scale.k > WIDE
  const wide = left(spans.filter(isWide), lower)
  const narrow = left(
    spans.filter((span) => !isWide(span)),
    0,
  )
  const over = [...narrow, ...left(wide, 0)]
  return { bars: bars.sort((one, other) => one.left - other.left), densities: counted(over, lane, options.scale) }
}

function placed(
  span: Span,
  rows: readonly Row[],
  from: number,
  { lane, options }: { lane: number; options: PackOptions },
): Bar | null {
  const [left, right] = edges(span, options.scale)
  const reach = Math.max(right, wordsEnd({ left, right }, options.wordsWidth(span)))
  const row = rows.findIndex((one, at) => at >= from && one.take(left, reach))
  return row < 0 ? null : { span, lane, row, left, right, worded: false, before: 0 }
}

/** Where words end: inside a bar that is wide enough, else right of a dot. */
function wordsEnd({ left, right }: { left: number; right: number }, words: number): number {
  return right - left > DOT ? left + words : right + words
}

/** Let those bars have words whose row is free as far as the words reach. */
function worded(bars: readonly Bar[], options: PackOptions): Bar[] {
  const next = new Map<string, number>()
  const found = bars.toReversed().map((bar) => {
    const row = `${bar.lane} ${bar.row}`
    const words = options.wordsWidth(bar.span)
    const free = words > 0 && wordsEnd(bar, words) + GAP <= (next.get(row) ?? Infinity)
    next.set(row, bar.left)
    return { ...bar, worded: free }
  })
  return found.toReversed()
}

/** Tell every bar how much of its row is free before it. */
function roomed(bars: readonly Bar[], options: PackOptions): Bar[] {
  const ends = new Map<string, number>()
  return bars.map((bar) => {
    const row = `${bar.lane} ${bar.row}`
    const before = bar.left - GAP - (ends.get(row) ?? -Infinity)
    ends.set(row, Math.max(bar.right, bar.worded ? wordsEnd(bar, options.wordsWidth(bar.span)) : bar.right))
    return { ...bar, before }
  })
}

/** Marks for what found no row, by where it starts. */
function counted(spans: readonly Span[], lane: number, scale: TimeScale): Density[] {
  const buckets = new Map<number, Span[]>()
  for (const span of spans) {
    const bucket = Math.floor(xOf(scale, span.start) / BUCKET)
    const held = buckets.get(bucket)
    if (held) held.push(span)
    else buckets.set(bucket, [span])
  }
  return [...buckets].map(([bucket, held]) => ({
    lane,
    left: bucket * BUCKET,
    right: (bucket + 1) * BUCKET,
    spans: held,
  }))
}

/** Marks at the window's left edge for what found no row, began before and lasts into the window. */
export function runningIn(packed: Packed, scale: TimeScale, left: number): Density[] {
  const start = timeAt(scale, left)
  const lanes = new Map<number, Span[]>()
  for (const density of packed.densities) {
    if (density.right > left) continue
    const lasting = density.spans.filter((span) => span.end > start)
    if (lasting.length) lanes.set(density.lane, [...(lanes.get(density.lane) ?? []), ...lasting])
  }
  return [...lanes].map(([lane, spans]) => ({ lane, left, right: left + BUCKET, spans }))
}

/** A dot stands in the middle of its days, so that coarse and fine scales agree. */
function edges(span: Span, scale: TimeScale): readonly [number, number] {
  const [left, right] = [xOf(scale, span.start), xOf(scale, span.end)]
  if (right - left >= DOT) return [left, right]
  const middle = (left + right) / 2
  return [middle - DOT / 2, middle + DOT / 2]
}

/** The days on which the items of a mark begin, a week at least, in milliseconds. */
export function daysWithin(density: Density): readonly [number, number] {
  const starts = density.spans.map((span) => span.start)
  const [first, last] = [Math.min(...starts), Math.max(...starts)]
  return [first, Math.max(last + DAY_MS, first + 7 * DAY_MS)]
}
