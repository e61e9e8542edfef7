/** Where things stand: ForceAtlas2 from places seeded by id, so that a network always looks the same. */

import { settled, type Spring } from './forces'
import type { Network, Place } from './network'
import { spread } from './spread'
import { pairOf, tiesOf, type Ties } from './ties'

/** Mean room of one node, in layout units; the whole takes about a square of them. */
const ROOM = 62

/** The share of nodes that stands within the rim. */
const RIM = 0.85

/** Work grows with nodes and ties; these keep 300 nodes under half a second and 20,000 under some ten. */
const MOST_ROUNDS = 600
const WORK = 6_000_000

/** Rounds after which a large network can be told by its shape already. */
export const ROUGH_ROUNDS = 30

/** Whether a network is laid out so long that its rough shape is worth showing first. */
export function isLarge(network: Network): boolean {
  return network.nodes.length * 8 + network.edges.length > WORK / MOST_ROUNDS
}

/** Places by node, two numbers each, in the order of `tiesOf(network).nodes`. */
export function layOut(network: Network, most = MOST_ROUNDS): Float32Array<ArrayBuffer> {
  const ties = tiesOf(network)
  const kept = ties.nodes.map((node) => network.places?.[node.id])
  if (kept.every((place) => place !== undefined))
    return Float32Array.from(kept.flatMap((place) => [place?.[0] ?? 0, place?.[1] ?? 0]))
  const free = kept.every((place) => !place)
  const found = drawn(ties, kept, most)
  const places = free ? scaled(found) : found
  return spread(places, ties.radius, (node) => kept[node] !== undefined)
}

/** The same places for every order of nodes and edges: both are sorted by then. */
function drawn(ties: Ties, kept: readonly (Place | undefined)[], most: number): Float32Array<ArrayBuffer> {
  const rounds = Math.max(ROUGH_ROUNDS, Math.min(most, Math.round(WORK / (ties.nodes.length * 8 + ties.edges.length))))
  const starts = startsBesideKept(ties, kept)
  const places = Float32Array.from(
    ties.nodes.flatMap((node, at) => kept[at] ?? starts.get(at) ?? seed(node.id, ties.nodes.length)),
  )
  return settled({ places, fixed: (node) => kept[node] !== undefined, springs: springsOf(ties) }, rounds)
}

/** One spring a pair, as heavy as all its edges. */
function springsOf(ties: Ties): Spring[] {
  const springs = new Map<number, Spring>()
  ties.edges.forEach((edge, at) => {
    const [one, other] = [ties.source[at] ?? 0, ties.target[at] ?? 0]
    const pair = pairOf(one, other)
    const weight = 1 + Math.log2(Math.max(1, edge.count))
    const spring = springs.get(pair)
    if (spring) spring.weight += weight
    else springs.set(pair, { one, other, weight })
  })
  return [...springs.values()]
}

/** Starts beside the first neighbour that has a place already, for nodes that come new into a network. */
function startsBesideKept(ties: Ties, kept: readonly (Place | undefined)[]): Map<number, Place> {
  const starts = new Map<number, Place>()
  const start = (node: number, other: number) => {
    const place = kept[other]
    if (!place || kept[node] || starts.has(node)) return
    const [x, y] = seed(ties.nodes[node]?.id ?? '', 2)
    starts.set(node, [place[0] + x, place[1] + y])
  }
  ties.source.forEach((one, edge) => {
    start(one, ties.target[edge] ?? 0)
    start(ties.target[edge] ?? 0, one)
  })
  return starts
}

/** A place within a disc that grows with the network, known from the id alone. */
export function seed(id: string, nodes: number): Place {
  const angle = (2 * Math.PI * hash(`${id} angle`)) / 2 ** 32
  const reach = ROOM * Math.sqrt((nodes * hash(`${id} reach`)) / 2 ** 32)
  return [Math.cos(angle) * reach, Math.sin(angle) * reach]
}

/** FNV-1a over code units, 32 bits. */
function hash(words: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < words.length; at++) value = Math.imul(value ^ words.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/** Centre the places and give each node the same room on average, so that every network fills its picture alike. */
function scaled(places: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const nodes = Math.max(1, places.length / 2)
  let [x, y] = [0, 0]
  for (let at = 0; at < places.length; at += 2) {
    x += (places[at] ?? 0) / nodes
    y += (places[at + 1] ?? 0) / nodes
  }
  const reaches = Float32Array.from({ length: nodes }, (_, at) =>
    Math.hypot((places[2 * at] ?? 0) - x, (places[2 * at + 1] ?? 0) - y),
  )
  const rim = reaches.toSorted()[Math.floor(nodes * RIM)] || 1
  const factor = (ROOM * Math.sqrt(nodes)) / 1.8 / rim
  return places.map((value, at) => (value - (at % 2 ? y : x)) * factor * drawnIn((reaches[at >> 1] ?? 0) / rim))
}

/** What stands far out, mostly things without ties, comes nearer; who is farther stays farther. */
function drawnIn(reach: number): number {
  return reach <= 1 ? 1 : (1 + (reach - 1) * 0.4) / reach
}
