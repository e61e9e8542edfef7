import { describe, expect, test } from 'vitest'
import { EVERYTHING, type NetworkEdge } from './network'
import { litBy } from './scene'
import { shownOf, tiesOf } from './ties'
import { edgeAt, firstNode, neighbourTowards, nodeAt } from './walk'

const tie = (target: string): NetworkEdge => ({
  id: `to-${target}`,
  source: 'hub',
  target,
  channel: 'media',
  count: 1,
  sources: 1,
  first: null,
  last: null,
  status: 'confirmed',
})

const ids = ['hub', 'near', 'far', 'below', 'stranger']
const ties = tiesOf({
  nodes: ids.map((id, at) => ({ id, label: id, kind: 'Person', weight: 9 - at })),
  edges: [tie('near'), tie('far'), tie('below')],
})
const shown = shownOf(ties, EVERYTHING)
const places = Float32Array.of(0, 0, 60, 10, 200, 0, 0, 90, 30, 0)
const view = { k: 2, x: 100, y: 100 }

describe('walking', () => {
  const from = (direction: 'left' | 'right' | 'up' | 'down') =>
    neighbourTowards(ties, shown, places, { from: 0, direction })

  test('goes to the nearest neighbour ahead, past nodes that are no neighbours', () => {
    expect([from('right'), from('down')]).toEqual([1, 3])
  })

  test('goes to the nearest of all where no neighbour lies ahead, so that every node is reached', () => {
    expect(neighbourTowards(ties, shown, places, { from: 3, direction: 'right' })).toBe(1)
  })

  test('stays where nothing is ahead', () => {
    expect([from('left'), from('up')]).toEqual([null, null])
  })

  test('begins at the first in rank that is not hidden', () => {
    expect(firstNode(shownOf(ties, EVERYTHING, new Set(['hub'])))).toBe(4)
  })
})

describe('a point of the screen', () => {
  test('hits the nearest node within twelve pixels', () => {
    expect(nodeAt(ties, shown, places, { x: 222, y: 121, view })).toBe(1)
    expect(nodeAt(ties, shown, places, { x: 300, y: 200, view })).toBe(null)
  })

  test('hits the edge that it lies on', () => {
    expect(edgeAt(ties, shown, places, { x: 103, y: 180, view })).toBe(
      ties.edges.findIndex((edge) => edge.id === 'to-below'),
    )
    expect(edgeAt(ties, shown, places, { x: 140, y: 200, view })).toBe(null)
  })
})

describe('what stands out', () => {
  test('is a node with its edges and neighbours', () => {
    expect(litBy(ties, shown, new Set(['near']))).toEqual({ nodes: new Set([0, 1]), edges: new Set([2]) })
  })

  test('is nothing without a choice', () => {
    expect(litBy(ties, shown, new Set())).toBe(null)
  })
})
