/** The countries of world-atlas, and the Equal Earth projection that shows them. */

import { geoArea, geoCentroid, geoEqualEarth, geoPath, type GeoProjection } from 'd3-geo'
import type { Feature, MultiLineString, Polygon } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Size } from '../drawing/brush'
import type { View } from '../drawing/view'
import { codeOf } from './countries'

/** The shape of world-atlas' files. */
export type WorldTopology = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>

export interface Atlas {
  readonly land: GeoJSON.GeoJSON
  readonly borders: MultiLineString
  /** The middle of each country's largest part, by alpha-3 code. */
  readonly middles: ReadonlyMap<string, readonly [number, number]>
}

/** Outlines on the screen in SVG's path language. */
export interface Outlines {
  readonly sphere: string
  readonly land: string
  readonly borders: string
}

export function atlasOf(topology: WorldTopology): Atlas {
  const { countries, land } = topology.objects
  const middles = new Map<string, readonly [number, number]>()
  for (const country of feature(topology, countries).features) {
    const code = codeOf({ id: country.id, name: country.properties.name })
    if (code) middles.set(code, geoCentroid(largestPart(country)))
  }
  return { land: feature(topology, land), borders: mesh(topology, countries, (one, other) => one !== other), middles }
}

/** A country with islands overseas has its middle on its main land. */
function largestPart(country: Feature): Feature {
  if (country.geometry.type !== 'MultiPolygon') return country
  const parts = country.geometry.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  const largest = parts.reduce((most, part) => (geoArea(part) > geoArea(most) ? part : most))
  return { type: 'Feature', properties: null, geometry: largest }
}

const MARGIN = 10

/** Equal Earth that shows the whole world in a size, moved and enlarged by a view. */
export function projectionFor(size: Size, view: View = { k: 1, x: 0, y: 0 }): GeoProjection {
  const whole = geoEqualEarth().fitExtent(
    [
      [MARGIN, MARGIN],
      [Math.max(MARGIN + 1, size.width - MARGIN), Math.max(MARGIN + 1, size.height - MARGIN)],
    ],
    { type: 'Sphere' },
  )
  const [x, y] = whole.translate()
  return whole.scale(whole.scale() * view.k).translate([x * view.k + view.x, y * view.k + view.y])
}

/** `digits` after the point: two where the outlines will be enlarged, one is enough where they will not. */
export function outlinesOf(atlas: Atlas | null, projection: GeoProjection, digits: 1 | 2): Outlines {
  const path = geoPath(projection).digits(digits)
  return {
    sphere: path({ type: 'Sphere' }) ?? '',
    land: (atlas && path(atlas.land)) ?? '',
    borders: (atlas && path(atlas.borders)) ?? '',
  }
}
