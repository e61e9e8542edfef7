import { describe, expect, test } from 'vitest'
import { namedPalette } from '../drawing/namedPalette'
import { SvgBrush } from '../drawing/svg'
import { EVERYTHING, type NetworkEdge } from './network'
import { paintNodes } from './paintNodes'
import { MOST_SIGNED, paintTies } from './paintTies'
import type { Scene } from './scene'
import { shownOf, tiesOf } from './ties'

const pact = (more: Partial<NetworkEdge> = {}): NetworkEdge => ({
  id: 'pact',
  source: 'a',
  target: 'b',
  channel: 'military',
  count: 1,
  sources: 1,
  first: null,
  last: null,
  status: 'confirmed',
  ...more,
})

function sceneOf(edges: readonly NetworkEdge[]): Scene {
  const nodes = ['a', 'b'].map((id) => ({ id, label: `the ${id}`, kind: 'Person', weight: 1 }))
  const ties = tiesOf({ nodes, edges })
  const view = { k: 1, x: 0, y: 0 }
  return {
    ties,
    shown: shownOf(ties, EVERYTHING),
    places: Float32Array.of(50, 50, 250, 50),
    view,
    size: { width: 400, height: 200 },
    lit: null,
    active: null,
    selected: null,
    pinned: new Set(),
  }
}

function tiesDrawn(edges: readonly NetworkEdge[], view = { k: 1, x: 0, y: 0 }): string {
  const brush = new SvgBrush(namedPalette)
  paintTies(brush, { ...sceneOf(edges), view }, namedPalette, { from: 0, to: Infinity })
  return brush.fragment()
}

describe('an edge', () => {
  test('is a line in the colour of its channel, with the glyph in its middle', () => {
    expect(tiesDrawn([pact()])).toBe(
      [
        '<path d="M50 50L250 50" fill="none" stroke="military" stroke-width="1.25" stroke-opacity="0.8"/>',
        '<circle cx="150" cy="50" r="7.5" fill="panel"/>',
        '<polygon points="150 45 154.33 52.5 145.67 52.5" fill="military"/>',
      ].join('\n'),
    )
  })

  test('tells its status without colour', () => {
    expect(tiesDrawn([pact({ status: 'proposed' })])).toContain('stroke-dasharray="5 4"')
    expect(tiesDrawn([pact({ status: 'disputed' })])).toContain('d="M50 51.88L250 51.88M50 48.13L250 48.13"')
    expect(tiesDrawn([pact({ status: 'rejected' })])).toContain('d="M146 44L154 56"')
  })

  test('is not drawn when it cannot cross the screen', () => {
    expect(tiesDrawn([pact()], { k: 1, x: 0, y: -300 })).toBe('')
  })

  test('is thin and without signs among very many', () => {
    const many = Array.from({ length: MOST_SIGNED + 1 }, (_, at) => pact({ id: `pact-${at}`, status: 'proposed' }))
    const drawn = tiesDrawn(many)
    expect(drawn.match(/<path/g)).toHaveLength(1)
    expect(drawn).not.toContain('dasharray')
  })
})

describe('nodes', () => {
  test('have labels, and the active one a ring', () => {
    const brush = new SvgBrush(namedPalette)
    paintNodes(
      brush,
      { ...sceneOf([pact()]), active: 0 },
      { palette: namedPalette, measure: (words) => words.length * 6, most: Infinity },
    )
    expect(brush.fragment().match(/>the [ab]</g)).toEqual(['>the a<', '>the b<'])
    expect(brush.fragment()).toContain(
      '<circle cx="50" cy="50" r="20.5" fill="none" stroke="accent" stroke-width="2.5"/>',
    )
  })
})

describe('an export', () => {
  test('dashes what nobody confirmed, however many lines there are', () => {
    const many = Array.from({ length: MOST_SIGNED + 1 }, (_, at) => pact({ id: `pact-${at}`, status: at ? 'proposed' : 'confirmed' }))
    const brush = new SvgBrush(namedPalette)
    paintTies(brush, sceneOf(many), namedPalette, { from: 0, to: Infinity, isDashed: true })
    expect(brush.fragment().match(/<path[^>]*>/g)?.map((line) => line.includes('dasharray'))).toEqual([false, true])
  })
})
