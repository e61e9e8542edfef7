/** Where things stand: ForceAtlas2 from places seeded by id, so that a network always looks the same. */

import { settled, type Forces, type Spring } from './forces'
import type { Place } from './network'
import { gathered } from './rough'
import { spread } from './spread'
import { pairOf } from './ties'
import type { Unplaced } from './unplaced'

/** Mean room of one node, in layout units; the whole takes about a square of them. */
const ROOM = 62

/** The share of nodes that stands within the rim. */
const RIM = 0.85

/** Work grows with nodes and ties; these keep 300 nodes under half a second and 20,000 under some ten. */
const MOST_ROUNDS = 600
const LEAST_ROUNDS = 30
const WORK = 6_000_000

/** Whether a network is laid out so long that its rough shape is worth showing first. */
export function isLarge({ ids, source }: Unplaced): boolean {
  return ids.length * 8 + source.length > WORK / MOST_ROUNDS
}

/** Places by node, two numbers each, in the order of the task. */
export function layOut(task: Unplaced): Float32Array<ArrayBuffer> {
  const kept = keptOf(task)
  if (kept.every((place) => place !== null)) return Float32Array.from(task.kept)
  const rounds = Math.min(MOST_ROUNDS, Math.round(WORK / (task.ids.length * 8 + task.source.length)))
  const found = settled(forcesOf(task, kept), Math.max(LEAST_ROUNDS, rounds))
  const places = kept.every((place) => place === null) ? scaled(found) : found
  return spread(places, task.radius, (node) => kept[node] !== null)
}

/** The same within a moment: who belongs together stands together, and some cover each other. */
export function layOutRoughly(task: Unplaced): Float32Array<ArrayBuffer> {
  const kept = keptOf(task)
  const found = gathered(forcesOf(task, kept))
  return kept.every((place) => place === null) ? scaled(found) : found
}

type Kept = readonly (Place | null)[]

function keptOf({ ids, kept }: Unplaced): Kept {
  return ids.map((_, node) => {
    const [x = NaN, y = NaN] = [kept[2 * node], kept[2 * node + 1]]
    return Number.isNaN(x) ? null : [x, y]
  })
}

/** The same for every order of nodes and edges: both are sorted by then. */
function forcesOf(task: Unplaced, kept: Kept): Forces {
  const starts = startsBesideKept(task, kept)
  const places = Float32Array.from(task.ids.flatMap((id, at) => kept[at] ?? starts.get(at) ?? seed(id, task.ids.length)))
  return { places, fixed: (node) => kept[node] !== null, springs: springsOf(task) }
}

/** One spring a pair, as heavy as all its edges. */
function springsOf({ source, target, counts }: Unplaced): Spring[] {
  const springs = new Map<number, Spring>()
  source.forEach((one, edge) => {
    const other = target[edge] ?? 0
    const pair = pairOf(one, other)
    const weight = 1 + Math.log2(Math.max(1, counts[edge] ?? 1))
    const spring = springs.get(pair)
    if (spring) spring.weight += weight
    else springs.set(pair, { one, other, weight })
  })
  return [...springs.values()]
}

/** Starts beside the first neighbour that has a place already, for nodes that come new into a network. */
function startsBesideKept({ ids, source, target }: Unplaced, kept: Kept): Map<number, Place> {
  const starts = new Map<number, Place>()
  const start = (node: number, other: number) => {
    const place = kept[other]
    if (!place || kept[node] || starts.has(node)) return
    const [x, y] = seed(ids[node] ?? '', 2)
    starts.set(node, [place[0] + x, place[1] + y])
  }
  source.forEach((one, edge) => {
    start(one, target[edge] ?? 0)
    start(target[edge] ?? 0, one)
  })
  return starts
}

/** A place within a disc that grows with the network, known from the id alone. */
function seed(id: string, nodes: number): Place {
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
