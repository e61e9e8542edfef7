import { expect, test } from 'vitest'
import { stopRadius, stopsOf, type MapPlace } from './places'

const town: MapPlace = {
  id: 'town',
  label: 'Gdynia',
  at: [18.5, 54.5],
  country: 'POL',
  counts: { military: 2, media: 1 },
}
const land: MapPlace = { id: 'land', label: 'Kenya', at: null, country: 'KEN', counts: { media: 5 } }
const front: MapPlace = { id: 'front', label: 'the front', at: null, country: null, counts: { military: 4 } }
const middles = new Map([['KEN', [38, 1] as const]])

test('places stand where they are, or in the middle of their country, or are told apart', () => {
  expect(stopsOf([town, land, front], { channels: null }, middles)).toEqual({
    stops: [
      { place: land, at: [38, 1], count: 5, coarse: true },
      { place: town, at: [18.5, 54.5], count: 3, coarse: false },
    ],
    unplaced: [front],
  })
})

test('a filter counts its channels only', () => {
  expect(stopsOf([town, land, front], { channels: ['military'] }, middles)).toEqual({
    stops: [{ place: town, at: [18.5, 54.5], count: 2, coarse: false }],
    unplaced: [front],
  })
})

test('the area of a circle is in proportion to its events', () => {
  expect(stopRadius(100, 400) * 2).toBe(stopRadius(400, 400))
})
