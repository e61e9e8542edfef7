import { describe, expect, test } from 'vitest'
import { EVERYTHING, type Network, type NetworkEdge } from './network'
import { shownOf, tiesOf } from './ties'

const edge = (id: string, source: string, target: string, more: Partial<NetworkEdge> = {}): NetworkEdge => ({
  id,
  source,
  target,
  channel: 'legal',
  count: 1,
  sources: 1,
  first: null,
  last: null,
  status: 'confirmed',
  ...more,
})

const node = (id: string, weight: number, kind = 'Person') => ({ id, label: id, kind, weight })

const network: Network = {
  nodes: [node('judge', 2), node('court', 9, 'PublicBody'), node('clerk', 2), node('hermit', 1)],
  edges: [
    edge('a', 'judge', 'court', { count: 2 }),
    edge('b', 'court', 'judge', { count: 5, channel: 'media' }),
    edge('c', 'clerk', 'court'),
    edge('d', 'clerk', 'nobody'),
    edge('e', 'clerk', 'clerk'),
  ],
}

describe('ties', () => {
  const ties = tiesOf(network)

  test('rank nodes by weight, then id, and edges by count', () => {
    expect(ties.nodes.map((one) => one.id)).toEqual(['court', 'clerk', 'judge', 'hermit'])
    expect(ties.edges.map((one) => one.id)).toEqual(['b', 'a', 'c'])
  })

  test('step edges of one pair aside to both sides, whichever way they point', () => {
    expect([...ties.aside]).toEqual([-0.5, -0.5, 0])
  })

  test('are shown whole by an open filter', () => {
    expect(shownOf(ties, EVERYTHING)).toEqual({ nodes: Uint8Array.of(2, 2, 2, 2), edges: Int32Array.of(0, 1, 2) })
  })

  test('leave nodes faint when a filter takes all their ties, but not those that never had one', () => {
    const shown = shownOf(ties, { ...EVERYTHING, channels: ['media'] })
    expect(shown).toEqual({ nodes: Uint8Array.of(2, 1, 2, 2), edges: Int32Array.of(0) })
  })

  test('go with the nodes that are hidden or of another kind', () => {
    expect(shownOf(ties, EVERYTHING, new Set(['judge'])).edges).toEqual(Int32Array.of(2))
    expect(shownOf(ties, { ...EVERYTHING, kinds: ['Person'] })).toEqual({
      nodes: Uint8Array.of(0, 1, 1, 2),
      edges: new Int32Array(),
    })
  })
})
