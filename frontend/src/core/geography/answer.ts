/** The places that the server answers, as the map takes them. */

import type { Out } from '../../api/shapes'
import { channelOf, type Channel } from '../channels/channels'
import type { MapArc, MapContent, MapPlace } from './places'

export type Answer = Out<'Map'>
export type Place = Out<'MapPlace'>

/** A place's id on the map: its thing, or its name where no thing is known. */
export function idOf(place: Pick<Place, 'thing' | 'caption'>): string {
  return place.thing ?? place.caption
}

/** Places that are only told by country stand in its middle; arcs join the places of most claims of two countries. */
export function mapOf(answer: Answer): MapContent {
  const stands = new Map(answer.places.toReversed().map((place) => [place.country, idOf(place)]))
  const arcs = answer.joined.flatMap((joined): MapArc[] => {
    const [from, to] = [stands.get(joined.one), stands.get(joined.other)]
    return from && to ? [{ id: arcId(joined), from, to, channel: strongest(joined.channels), count: joined.claims, status: 'confirmed' }] : []
  })
  return { places: answer.places.map(placeOf), arcs }
}

function arcId(joined: Pick<Out<'Joined'>, 'one' | 'other'>): string {
  return `${joined.one}-${joined.other}`
}

/** The line of the filter language behind each mark of the map, by its id. */
export function linesOf(answer: Answer): Map<string, string> {
  const places = answer.places.map((place) => [idOf(place), `kind:event ${place.q}`] as const)
  return new Map([...places, ...answer.joined.map((joined) => [arcId(joined), joined.q] as const)])
}

/** How many events there are in each channel, the most first. */
export function channelsOfMap(answer: Answer): [Channel, number][] {
  const counts = new Map<Channel, number>()
  for (const place of answer.places)
    for (const [name, count] of Object.entries(place.channels)) counts.set(channelOf(name), (counts.get(channelOf(name)) ?? 0) + count)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** How many events of the chosen channels a place has. */
export function countAt(place: Pick<Place, 'channels'>, channels: readonly Channel[] | null): number {
  return Object.entries(place.channels).reduce((sum, [name, count]) => sum + (channels === null || channels.includes(channelOf(name)) ? count : 0), 0)
}

function placeOf(place: Place): MapPlace {
  const counts: Partial<Record<Channel, number>> = {}
  for (const [name, count] of Object.entries(place.channels)) counts[channelOf(name)] = (counts[channelOf(name)] ?? 0) + count
  const at = place.precision === 'country' ? null : ([place.longitude, place.latitude] as const)
  return { id: idOf(place), label: place.caption, at, country: place.country, counts }
}

function strongest(channels: Readonly<Record<string, number>>): Channel {
  return channelOf(Object.entries(channels).sort(([, a], [, b]) => b - a)[0]?.[0])
}
