/** All that decides how a network looks at a moment. */

import type { Size } from '../drawing/brush'
import type { Bounds, View } from '../drawing/view'
import type { Shown, Ties } from './ties'

/** Nodes and edges that stand out while the rest steps back. */
export interface Lit {
  readonly nodes: ReadonlySet<number>
  readonly edges: ReadonlySet<number>
}

export interface Scene {
  readonly ties: Ties
  readonly shown: Shown
  readonly places: Float32Array
  readonly view: View
  readonly size: Size
  readonly lit: Lit | null
  /** The node that arrow keys walk from; it wears the focus ring. */
  readonly active: number | null
  readonly selected: number | null
  readonly pinned: ReadonlySet<string>
}

/** What stands out for ids: edges with their ends, nodes with their shown edges and neighbours; null for none. */
export function litBy(ties: Ties, shown: Shown, ids: ReadonlySet<string>): Lit | null {
  if (!ids.size) return null
  const nodes = new Set<number>()
  const edges = new Set<number>()
  for (const edge of shown.edges) {
    const [one, other] = [ties.source[edge] ?? 0, ties.target[edge] ?? 0]
    if (![ties.edges[edge]?.id, ties.nodes[one]?.id, ties.nodes[other]?.id].some((id) => id && ids.has(id))) continue
    edges.add(edge)
    nodes.add(one).add(other)
  }
  for (const id of ids) {
    const node = ties.number.get(id)
    if (node !== undefined) nodes.add(node)
  }
  return nodes.size ? { nodes, edges } : null
}

/** What the shown nodes span in the layout; hidden ones do not count. */
export function boundsOf(shown: Shown, places: Float32Array): Bounds {
  let bounds: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  shown.nodes.forEach((state, node) => {
    const [x, y] = [places[2 * node] ?? 0, places[2 * node + 1] ?? 0]
    if (!state) return
    bounds = {
      left: Math.min(bounds.left, x),
      top: Math.min(bounds.top, y),
      right: Math.max(bounds.right, x),
      bottom: Math.max(bounds.bottom, y),
    }
  })
  return bounds.left > bounds.right ? { left: -1, top: -1, right: 1, bottom: 1 } : bounds
}
