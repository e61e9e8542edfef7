import type { Network } from './network'
import type { Ties } from './ties'

/** What a layout needs to know of a network, in numbers: as little as a worker can be told quickly. */
export interface Unplaced {
  readonly ids: readonly string[]
  readonly source: Int32Array
  readonly target: Int32Array
  /** Claims of each edge. */
  readonly counts: Float32Array
  readonly radius: Float32Array
  /** Two numbers a node where it stands already; NaN where it is free. */
  readonly kept: Float32Array
}

/** The task of a layout: places in the order of `ties.nodes`. */
export function unplaced(ties: Ties, places: Network['places'] = {}): Unplaced {
  const { nodes, source, target, radius } = ties
  return {
    ids: nodes.map((node) => node.id),
    source,
    target,
    counts: Float32Array.from(ties.edges, (edge) => edge.count),
    radius,
    kept: Float32Array.from(nodes.flatMap((node) => places[node.id] ?? [NaN, NaN])),
  }
}
