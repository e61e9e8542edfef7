/** Pack spans in the rows of their lanes; what finds no row becomes a mark that says how many. */

import type { Lane, Span } from './lanes'

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
/** Width of a density mark. */
export const BUCKET = 44

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
  return { bars: worded(bars, options), densities: packed.flatMap((lane) => lane.densities) }
}

function packLane(spans: readonly Span[], lane: number, options: PackOptions): Packed {
  const ends = new Array<number>(options.rows).fill(-Infinity)
  const bars: Bar[] = []
  const buckets = new Map<number, Span[]>()
  for (const span of spans) {
    const [left, right] = edges(span, options.scale)
    const row = ends.findIndex((end) => end + GAP <= left)
    if (row >= 0) {
      ends[row] = Math.max(right, wordsEnd({ left, right }, options.wordsWidth(span)))
      bars.push({ span, lane, row, left, right, worded: false })
    } else overflow(buckets, span, options.scale)
  }
  const densities = [...buckets].map(([bucket, held]) => ({ lane, left: bucket * BUCKET, right: (bucket + 1) * BUCKET, spans: held }))
  return { bars, densities }
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

function overflow(buckets: Map<number, Span[]>, span: Span, scale: TimeScale): void {
  const bucket = Math.floor(xOf(scale, span.start) / BUCKET)
  const held = buckets.get(bucket)
  if (held) held.push(span)
  else buckets.set(bucket, [span])
}

/** A dot stands in the middle of its days, so that coarse and fine scales agree. */
function edges(span: Span, scale: TimeScale): readonly [number, number] {
  const [left, right] = [xOf(scale, span.start), xOf(scale, span.end)]
  if (right - left >= DOT) return [left, right]
  const middle = (left + right) / 2
  return [middle - DOT / 2, middle + DOT / 2]
}
