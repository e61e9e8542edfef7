/** Invented networks, timelines and maps to look at pictures with. The same numbers give the same content. */

import { CHANNELS, type Channel } from '../src/core/channels/channels'
import { STATUSES, type Status } from '../src/core/channels/status'
import { countryName } from '../src/core/geography/countries'
import type { MapContent, MapPlace } from '../src/core/geography/places'
import type { Network, NetworkEdge, NetworkNode } from '../src/core/graph/network'
import { DAY_MS, dayOf, type LaneItem, type Lanes, type Precision } from '../src/core/lanes/lanes'

const FIRST = [
  'Amara',
  'Bruno',
  'Ximena',
  'Dagny',
  'Emeka',
  'Farid',
  'Greta',
  'Hiroko',
  'Ilse',
  'João',
  'Katrín',
  'Luca',
]
const LAST = [
  'Nwosu',
  'Castellanos Quiroga',
  'Lindqvist',
  'Okafor',
  'Petrovna',
  'Sato',
  'Tupou',
  'Vargas',
  'Weiss',
  'Zheng',
]
const BODIES = [
  'Ministry of Transport',
  'Harbour Authority',
  'Chamber of Commerce',
  'Northern Power Company',
  'Court of Audit',
  'Embassy',
  'Daily Herald',
  'Institute of Hydrology',
]

/** Numbers from 0 to 1, the same for the same seed (a linear congruential generator, Numerical Recipes' constants). */
export function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

export function one<Item>(items: readonly Item[], next: () => number): Item {
  const item = items[Math.floor(next() * items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}

export function day(year: number, next: () => number): string {
  return new Date(Date.UTC(year, 0, 1 + Math.floor(next() * 365))).toISOString().slice(0, 10)
}

export function channel(next: () => number): Channel {
  return one(CHANNELS, () => next() ** 1.4)
}

export function status(next: () => number): Status {
  return next() < 0.6 ? 'confirmed' : one(STATUSES, next)
}

export function inventedNetwork(nodes: number, edges: number): Network {
  const next = numbers(nodes)
  const things = Array.from({ length: nodes }, (_, at) => thing(at, next))
  const groups = Math.max(2, Math.round(Math.sqrt(nodes) / 2))
  const ties = Array.from({ length: edges }, (_, at) => tie(at, things, groups, next))
  return { nodes: things, edges: ties }
}

function thing(at: number, next: () => number): NetworkNode {
  const person = next() < 0.55
  const label = person ? `${one(FIRST, next)} ${one(LAST, next)}` : `${one(BODIES, next)} ${at}`
  const kind = person ? 'Person' : next() < 0.2 ? 'Place' : 'PublicBody'
  return { id: `thing-${at}`, label, kind, weight: Math.ceil(60 / (1 + at * 0.6)) }
}

/** Mostly within a group, more often to its first members. */
function tie(at: number, things: readonly NetworkNode[], groups: number, next: () => number): NetworkEdge {
  const group = Math.floor(next() * groups)
  const member = (power: number) => {
    const rank = Math.floor(next() ** power * (things.length / groups))
    return Math.min(things.length - 1, rank * groups + (next() < 0.9 ? group : Math.floor(next() * groups)))
  }
  const [source, target] = [things[member(1.2)], things[member(3)]]
  const [first, last] = [day(2004 + Math.floor(next() * 8), next), day(2012 + Math.floor(next() * 8), next)]
  return {
    id: `tie-${at}`,
    source: source?.id ?? '',
    target: target?.id ?? '',
    channel: channel(next),
    count: Math.ceil(1 / (next() + 0.05)),
    sources: Math.ceil(next() * 4),
    first,
    last,
    status: status(next),
  }
}

const ACTS = [
  'Port lease signed',
  'Joint exercise',
  'Visit of the minister',
  'Court ruling',
  'Editorial',
  'Grant for wells',
  'Talks about tariffs',
]
const PRECISIONS: readonly Precision[] = ['day', 'day', 'day', 'month', 'season', 'year', 'decade']
const DAYS: Record<Precision, number> = { day: 1, month: 30, season: 91, year: 365, decade: 3652, century: 36_524 }

export function inventedLanes(items: number): Lanes {
  const next = numbers(items)
  return {
    lanes: CHANNELS.map((id) => ({ id, label: id })),
    items: Array.from({ length: items }, (_, at) => laneItem(at, next)),
  }
}

function laneItem(at: number, next: () => number): LaneItem {
  const precision = one(PRECISIONS, () => next() ** 2)
  const long = next() < 0.1
  const start = Date.UTC(1998, 0, 1) + Math.floor(next() * 9500) * DAY_MS
  const lasts = long ? Math.floor(next() * 2500) : DAYS[precision] - 1
  const lane = channel(next)
  return {
    id: `event-${at}`,
    lane,
    start: dayOf(start),
    end: long && next() < 0.2 ? null : dayOf(start + lasts * DAY_MS),
    precision,
    label: `${one(ACTS, next)}, ${one(LAST, next)}`,
    channel: lane,
    status: status(next),
  }
}

const COUNTRIES = [
  'PER',
  'KEN',
  'FRA',
  'JPN',
  'NOR',
  'BRA',
  'IDN',
  'CAN',
  'EGY',
  'POL',
  'NGA',
  'MEX',
  'KOR',
  'TUR',
  'ZAF',
  'AUS',
  'IND',
  'CHN',
  'USA',
  'RUS',
  'ARG',
  'DEU',
  'GBR',
  'SAU',
  'VNM',
  'COL',
  'MAR',
  'KAZ',
  'FJI',
  'XKX',
]
const TOWNS: readonly [string, string, number, number][] = [
  ['Callao', 'PER', -77.15, -12.06],
  ['Mombasa', 'KEN', 39.67, -4.04],
  ['Marseille', 'FRA', 5.37, 43.3],
  ['Gdynia', 'POL', 18.53, 54.52],
]

export function inventedMap(locale: string): MapContent {
  const next = numbers(30)
  const counts = () => ({
    military: Math.floor(next() ** 4 * 90),
    economic: Math.ceil(next() ** 3 * 60),
    media: Math.floor(next() * 8),
  })
  const countries = COUNTRIES.map((country): MapPlace => ({
    id: country,
    label: countryName(country, locale),
    at: null,
    country,
    counts: counts(),
  }))
  const towns = TOWNS.map(([label, country, longitude, latitude]): MapPlace => ({
    id: label,
    label,
    at: [longitude, latitude],
    country,
    counts: counts(),
  }))
  const nowhere: MapPlace = {
    id: 'nowhere',
    label: 'the northern front',
    at: null,
    country: null,
    counts: { military: 2 },
  }
  const arcs = COUNTRIES.slice(1, 12).map((to, at) => ({
    id: `arc-${at}`,
    from: 'PER',
    to,
    channel: channel(next),
    count: at + 1,
    status: status(next),
  }))
  return { places: [...countries, ...towns, nowhere], arcs }
}
