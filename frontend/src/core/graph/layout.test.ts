import { describe, expect, test } from 'vitest'
import { isLarge, layOut, layOutRoughly } from './layout'
import type { Network, NetworkEdge } from './network'
import { tiesOf } from './ties'
import { unplaced, type Unplaced } from './unplaced'

/** Two rings of six, joined by one tie. */
function rings(): Network {
  const nodes = Array.from({ length: 12 }, (_, at) => ({ id: `n${at}`, label: '', kind: 'Person', weight: 12 - at }))
  const tie = (from: number, to: number): NetworkEdge => ({
    id: `${from}-${to}`,
    source: `n${from}`,
    target: `n${to}`,
    channel: 'other',
    count: 1,
    sources: 1,
    first: null,
    last: null,
    status: 'confirmed',
  })
  const ring = (start: number) => Array.from({ length: 6 }, (_, at) => tie(start + at, start + ((at + 1) % 6)))
  return { nodes, edges: [...ring(0), ...ring(6), tie(0, 6)] }
}

function task(network: Network): Unplaced {
  return unplaced(tiesOf(network), network.places)
}

function distance(places: Float32Array, one: number, other: number): number {
  return Math.hypot(
    (places[2 * one] ?? 0) - (places[2 * other] ?? 0),
    (places[2 * one + 1] ?? 0) - (places[2 * other + 1] ?? 0),
  )
}

describe('a layout', () => {
  test('is the same for the same network in any order', () => {
    const { nodes, edges } = rings()
    expect(layOut(task({ nodes: nodes.toReversed(), edges: edges.toReversed() }))).toEqual(layOut(task({ nodes, edges })))
  })

  test('keeps neighbours nearer than strangers', () => {
    const places = layOut(task(rings()))
    expect(distance(places, 1, 2)).toBeLessThan(distance(places, 3, 9))
  })

  test('lets no two nodes touch', () => {
    const network = rings()
    const [places, { radius }] = [layOut(task(network)), tiesOf(network)]
    const gaps = network.nodes.flatMap((_, one) =>
      network.nodes
        .slice(one + 1)
        .map((__, at) => distance(places, one, one + 1 + at) - (radius[one] ?? 0) - (radius[one + 1 + at] ?? 0)),
    )
    expect(Math.min(...gaps)).toBeGreaterThan(0)
  })

  test('leaves kept places alone and sets what is new beside its neighbour', () => {
    const network = rings()
    const kept = Object.fromEntries(network.nodes.slice(0, 11).map((node, at) => [node.id, [at * 100, 0] as const]))
    const places = layOut(task({ ...network, places: kept }))
    expect([...places.slice(0, 22)]).toEqual(network.nodes.slice(0, 11).flatMap((_, at) => [at * 100, 0]))
    expect(distance(places, 11, 10)).toBeLessThan(distance(places, 11, 0))
  })

  test('of nothing is nothing', () => {
    expect(layOut(task({ nodes: [], edges: [] }))).toEqual(new Float32Array())
  })
})

describe('a large network', () => {
  test('is told first by a rough shape, the same in any order, in which neighbours are nearer than strangers', () => {
    const { nodes, edges } = rings()
    const places = layOutRoughly(task({ nodes, edges }))
    expect(layOutRoughly(task({ nodes: nodes.toReversed(), edges: edges.toReversed() }))).toEqual(places)
    expect(distance(places, 1, 2)).toBeLessThan(distance(places, 3, 9))
  })

  test('keeps what stands already while the rest takes its rough shape', () => {
    const places = layOutRoughly(task({ ...rings(), places: { n3: [500, 40] } }))
    expect([...places.slice(6, 8)]).toEqual([500, 40])
  })

  test('is one of more than a thousand things; a small one is laid out at once', () => {
    const nodes = Array.from({ length: 1300 }, (_, at) => ({ id: `n${at}`, label: '', kind: 'Person', weight: 1 }))
    expect([isLarge(task(rings())), isLarge(task({ nodes, edges: [] }))]).toEqual([false, true])
  })
})
