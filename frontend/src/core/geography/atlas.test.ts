import { expect, test } from 'vitest'
import world from 'world-atlas/countries-110m.json'
import { atlasOf, outlinesOf, projectionFor, type WorldTopology } from './atlas'
import { discsOf, markAt, type MapScene } from './paintMap'
import type { Stop } from './places'

const atlas = atlasOf(world as unknown as WorldTopology)
const size = { width: 1000, height: 500 }

test('a country with land overseas has its middle on its main land', () => {
  const [longitude, latitude] = atlas.middles.get('FRA') ?? [0, 0]
  expect([Math.round(longitude), Math.round(latitude)]).toEqual([2, 47])
})

test('the whole world fits, and a view moves and enlarges it', () => {
  expect(projectionFor(size)([0, 0])).toEqual([500, 250])
  expect(projectionFor(size, { k: 2, x: -100, y: -50 })([0, 0])).toEqual([900, 450])
})

test('without an atlas there is a sphere at least', () => {
  const outlines = outlinesOf(null, projectionFor(size), 1)
  expect([outlines.sphere.length > 0, outlines.land, outlines.borders]).toEqual([true, '', ''])
})

test('a point finds the smaller of two circles that lie over each other, then arcs', () => {
  const stop = (id: string, count: number, at: readonly [number, number]): Stop => ({
    place: { id, label: id, at, country: null, counts: { media: count } },
    at,
    count,
    coarse: false,
  })
  const scene: MapScene = {
    stops: [stop('large', 90, [0, 0]), stop('small', 4, [1, 0]), stop('east', 1, [90, 0])],
    arcs: [{ id: 'arc', from: 'large', to: 'east', channel: 'media', count: 1, status: 'confirmed' }],
    projection: projectionFor(size),
    size,
    selected: null,
    locale: 'en',
    color: 'navy',
  }
  const [large, small] = discsOf(scene)
  expect(markAt(scene, { x: small?.x ?? 0, y: small?.y ?? 0 })).toBe('small')
  expect(markAt(scene, { x: (large?.x ?? 0) - 20, y: large?.y ?? 0 })).toBe('large')
  expect(markAt(scene, { x: 600, y: 250 })).toBe('arc')
  expect(markAt(scene, { x: 600, y: 300 })).toBe(null)
})
