/** Walking a network by arrow keys, and finding what lies under a pointer. */

import { nearestTowards, type Direction, type Point } from '../drawing/direction'
import { beside, type Line } from '../drawing/statusLine'
import type { View } from '../drawing/view'
import type { Shown, Ties } from './ties'

/** Pixels around a mark that still hit it: targets are 24 pixels wide at least. */
const NODE_REACH = 12
const EDGE_REACH = 6

/** Pixels between the parallel edges of one pair. */
const STEP_ASIDE = 5

/** The neighbour of a node that is nearest in a direction; where none lies that way, the nearest of all; null if nothing does. */
export function neighbourTowards(
  ties: Ties,
  shown: Shown,
  places: Float32Array,
  step: { readonly from: number; readonly direction: Direction },
): number | null {
  const at = (node: number): Point => ({ x: places[2 * node] ?? 0, y: places[2 * node + 1] ?? 0 })
  const towards = (nodes: Iterable<number>): number | null =>
    nearestTowards(at(step.from), step.direction, [...nodes].map((node) => [node, at(node)] as const))
  return towards(neighbours(ties, shown, step.from)) ?? towards([...shown.nodes.keys()].filter((node) => shown.nodes[node]))
}

/** The nodes at the other end of the shown edges of a node. */
export function neighbours(ties: Ties, shown: Shown, node: number): Set<number> {
  const found = new Set<number>()
  for (const edge of shown.edges) {
    if (ties.source[edge] === node) found.add(ties.target[edge] ?? 0)
    if (ties.target[edge] === node) found.add(ties.source[edge] ?? 0)
  }
  return found
}

/** Where a node stands on the screen. */
export function spotOf(places: Float32Array, node: number, view: View): Point {
  return { x: (places[2 * node] ?? 0) * view.k + view.x, y: (places[2 * node + 1] ?? 0) * view.k + view.y }
}

/** The shown node of highest rank; null if all are hidden. */
export function firstNode(shown: Shown): number | null {
  const at = shown.nodes.indexOf(2)
  return at < 0 ? null : at
}

/** How large a disc of the layout is drawn: it grows slower than the zoom, so that far views keep marks and near ones room. */
export function drawnRadius(radius: number, k: number): number {
  return Math.max(1.5, radius * Math.min(2, Math.sqrt(k)))
}

/** The node under a point of the screen, the nearest if several. */
export function nodeAt(ties: Ties, shown: Shown, places: Float32Array, spot: Point & { view: View }): number | null {
  const { view } = spot
  let [best, least] = [null as number | null, Infinity]
  for (let node = 0; node < ties.nodes.length; node++) {
    if (!shown.nodes[node]) continue
    const { x, y } = spotOf(places, node, view)
    const distance = Math.hypot(x - spot.x, y - spot.y)
    const reach = Math.max(NODE_REACH, drawnRadius(ties.radius[node] ?? 0, view.k) + 2)
    if (distance <= reach && distance < least) [best, least] = [node, distance]
  }
  return best
}

/** The shown edge under a point of the screen, the nearest if several. */
export function edgeAt(ties: Ties, shown: Shown, places: Float32Array, spot: Point & { view: View }): number | null {
  let [best, least] = [null as number | null, EDGE_REACH]
  for (const edge of shown.edges) {
    const distance = distanceTo(edgeLine(ties, places, edge, spot.view), spot)
    if (distance < least) [best, least] = [edge, distance]
  }
  return best
}

/** The line of an edge on the screen, aside of its parallels. */
export function edgeLine(ties: Ties, places: Float32Array, edge: number, view: View): Line {
  const [one, other] = [2 * (ties.source[edge] ?? 0), 2 * (ties.target[edge] ?? 0)]
  const line: Line = [
    (places[one] ?? 0) * view.k + view.x,
    (places[one + 1] ?? 0) * view.k + view.y,
    (places[other] ?? 0) * view.k + view.x,
    (places[other + 1] ?? 0) * view.k + view.y,
  ]
  const aside = ties.aside[edge] ?? 0
  return aside ? beside(line, aside * STEP_ASIDE) : line
}

function distanceTo([x1, y1, x2, y2]: Line, point: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const way = ((point.x - x1) * dx + (point.y - y1) * dy) / (dx * dx + dy * dy || 1)
  const share = Math.max(0, Math.min(1, way))
  return Math.hypot(x1 + share * dx - point.x, y1 + share * dy - point.y)
}
