/** A network made ready to be drawn and walked: by rank, in numbers. */

import { passesEdge, type Network, type NetworkEdge, type NetworkFilter, type NetworkNode, type Place } from './network'

/** Nodes are in order of rank (weight, then id), edges from strongest to weakest; numbers point into these lists. */
export interface Ties {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  readonly number: ReadonlyMap<string, number>
  readonly source: Int32Array
  readonly target: Int32Array
  /** How far each edge steps aside for the others of its pair: …, -1, 0, 1, … */
  readonly aside: Float32Array
  /** Radii in layout units. */
  readonly radius: Float32Array
}

/** What is drawn of each node and edge. */
export interface Shown {
  /** 0 hidden, 1 faint (all its ties are filtered out), 2 shown. */
  readonly nodes: Uint8Array
  /** The numbers of the edges shown, strongest first. */
  readonly edges: Int32Array
}

const LEAST_RADIUS = 4.5
const MORE_RADIUS = 11

/** Index a network. Edges whose ends are missing or one and the same are left out. */
export function tiesOf(network: Network): Ties {
  const nodes = [...network.nodes].sort((a, b) => b.weight - a.weight || order(a.id, b.id))
  const number = new Map(nodes.map((node, at) => [node.id, at]))
  const edges = network.edges
    .filter((edge) => edge.source !== edge.target && number.has(edge.source) && number.has(edge.target))
    .sort((a, b) => b.count - a.count || order(a.id, b.id))
  const source = Int32Array.from(edges, (edge) => number.get(edge.source) ?? 0)
  const target = Int32Array.from(edges, (edge) => number.get(edge.target) ?? 0)
  return { nodes, edges, number, source, target, aside: stepsAside(source, target), radius: radii(nodes) }
}

/** Where the nodes stand, by their ids. */
export function placesOf(ties: Ties, places: Float32Array): Record<string, Place> {
  return Object.fromEntries(ties.nodes.map((node, at) => [node.id, [places[2 * at] ?? 0, places[2 * at + 1] ?? 0]]))
}

/** Plain order of code units: the same in every language of the reader. */
export function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function radii(nodes: readonly NetworkNode[]): Float32Array {
  const most = Math.max(1, nodes[0]?.weight ?? 1)
  return Float32Array.from(nodes, (node) => LEAST_RADIUS + MORE_RADIUS * Math.sqrt(Math.max(0, node.weight) / most))
}

/** One number for two nodes, whichever comes first. */
export function pairOf(one: number, other: number): number {
  return Math.min(one, other) * 2 ** 26 + Math.max(one, other)
}

/** Lay the edges of one pair side by side around the middle, whichever way each of them points. */
function stepsAside(source: Int32Array, target: Int32Array): Float32Array {
  const groups = new Map<number, number[]>()
  source.forEach((one, edge) => {
    const pair = pairOf(one, target[edge] ?? 0)
    const group = groups.get(pair)
    if (group) group.push(edge)
    else groups.set(pair, [edge])
  })
  const aside = new Float32Array(source.length)
  for (const group of groups.values()) {
    if (group.length < 2) continue
    group.forEach((edge, at) => {
      const way = (source[edge] ?? 0) < (target[edge] ?? 0) ? 1 : -1
      aside[edge] = way * (at - (group.length - 1) / 2)
    })
  }
  return aside
}

/** What a filter and the hidden nodes leave. */
export function shownOf(ties: Ties, filter: NetworkFilter, hidden: ReadonlySet<string> = new Set()): Shown {
  const kinds = filter.kinds
  const open = Uint8Array.from(ties.nodes, (node) =>
    hidden.has(node.id) || (kinds && !kinds.includes(node.kind)) ? 0 : 1,
  )
  const edges: number[] = []
  const tied = new Uint8Array(ties.nodes.length)
  ties.edges.forEach((edge, at) => {
    const [one, other] = [ties.source[at] ?? 0, ties.target[at] ?? 0]
    tied[one] = tied[other] = 1
    if (open[one] && open[other] && passesEdge(edge, filter)) edges.push(at)
  })
  return { nodes: raised(open, tied, ties, edges), edges: Int32Array.from(edges) }
}

/** Raise to 2 the open nodes that a shown edge holds, or that never had one. */
function raised(open: Uint8Array, tied: Uint8Array, ties: Ties, edges: readonly number[]): Uint8Array {
  const nodes = open.map((state, at) => (state && !tied[at] ? 2 : state))
  for (const edge of edges) nodes[ties.source[edge] ?? 0] = nodes[ties.target[edge] ?? 0] = 2
  return nodes
}
