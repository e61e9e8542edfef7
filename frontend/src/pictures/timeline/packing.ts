/** The rows of a timeline, kept while only the window moves. */

import type { Measure } from '../../core/drawing/brush'
import type { Lane, Span } from '../../core/lanes/lanes'
import { pack, type Packed, type TimeScale } from '../../core/lanes/pack'
import { wordsWidth } from '../../core/lanes/spanWords'

export interface PackingFor {
  readonly scale: TimeScale
  readonly rows: number
  readonly measure: Measure
}

export class Packing {
  private known: { readonly by: readonly unknown[]; readonly packed: Packed } | null = null

  /** Packs anew only when lanes, items, zoom or rows changed. */
  of(lanes: readonly Lane[], spans: readonly Span[], { scale, rows, measure }: PackingFor): Packed {
    const by = [lanes, spans, scale.origin, scale.k, rows]
    if (this.known && this.known.by.every((part, at) => part === by[at])) return this.known.packed
    const packed = pack(lanes, spans, { scale, rows, wordsWidth: (span) => wordsWidth(span, measure) })
    this.known = { by, packed }
    return packed
  }

  /** Words may be wider now: the typeface changed. */
  forget(): void {
    this.known = null
  }
}
