/** Events on the map: how many at which place, and what joins places. */

import type { Channel } from '../channels/channels'
import type { Status } from '../channels/status'

export interface MapPlace {
  readonly id: string
  readonly label: string
  /** Longitude and latitude in degrees; null where only the country is known, or nothing. */
  readonly at: readonly [longitude: number, latitude: number] | null
  /** ISO 3166-1 alpha-3. A place without coordinates stands in the middle of its country. */
  readonly country: string | null
  readonly counts: Readonly<Partial<Record<Channel, number>>>
}

/** Events that join two places, given by their ids. */
export interface MapArc {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly channel: Channel
  readonly count: number
  readonly status: Status
}

export interface MapContent {
  readonly places: readonly MapPlace[]
  readonly arcs: readonly MapArc[]
}

/** Null lets all through. */
export interface MapFilter {
  readonly channels: readonly Channel[] | null
}

/** A place with its number of events and where it stands. */
export interface Stop {
  readonly place: MapPlace
  readonly at: readonly [longitude: number, latitude: number]
  readonly count: number
  /** Whether it stands for its country, for want of coordinates. */
  readonly coarse: boolean
}

export interface Stops {
  /** From the most events to the fewest; places without any are left out. */
  readonly stops: readonly Stop[]
  /** Places with events that the map cannot show; the page lists them beside it. */
  readonly unplaced: readonly MapPlace[]
}

const LARGEST = 26
const SMALLEST = 3.5

function countOf(place: MapPlace, filter: MapFilter): number {
  let sum = 0
  for (const [channel, count] of Object.entries(place.counts) as [Channel, number][])
    if (!filter.channels || filter.channels.includes(channel)) sum += count
  return sum
}

/** Put places where they are, or in the middle of their country. */
export function stopsOf(
  places: readonly MapPlace[],
  filter: MapFilter,
  middles: ReadonlyMap<string, readonly [number, number]>,
): Stops {
  const stops: Stop[] = []
  const unplaced: MapPlace[] = []
  for (const place of places) {
    const count = countOf(place, filter)
    const at = place.at ?? (place.country === null ? undefined : middles.get(place.country))
    if (!count) continue
    if (at) stops.push({ place, at, count, coarse: !place.at })
    else unplaced.push(place)
  }
  stops.sort((a, b) => b.count - a.count || (a.place.id < b.place.id ? -1 : 1))
  return { stops, unplaced }
}

/** The radius in pixels whose area is in proportion to the count; none so small that it is not seen. */
export function stopRadius(count: number, most: number): number {
  return Math.max(SMALLEST, LARGEST * Math.sqrt(count / Math.max(1, most)))
}
