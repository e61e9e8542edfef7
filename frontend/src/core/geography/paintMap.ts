/** Draw what is known of places: circles by number of events, arcs of the selection, names by rank. */

import { geoInterpolate, geoPath, type GeoProjection } from 'd3-geo'
import type { Brush, Measure, Size } from '../drawing/brush'
import type { Point } from '../drawing/direction'
import { paintGlyph } from '../drawing/glyph'
import { placeLabels } from '../drawing/labels'
import type { Palette } from '../drawing/palette'
import type { Outlines } from './atlas'
import { stopRadius, type MapArc, type Stop } from './places'

export interface MapScene {
  readonly stops: readonly Stop[]
  /** Arcs of the selection only. */
  readonly arcs: readonly MapArc[]
  readonly projection: GeoProjection
  readonly size: Size
  readonly selected: string | null
  readonly locale: string
  /** The colour of circles: a channel's where only one is shown. */
  readonly color: string
}

export interface Disc extends Point {
  readonly stop: Stop
  readonly radius: number
}

const LABEL_SIZE = 12.5
const LABEL_ROOM = 9000
const REACH = 12
const SAMPLES = 32

/** Sea, land and borders. */
export function paintLand(brush: Brush, outlines: Outlines, palette: Palette): void {
  brush.shape(outlines.sphere, { fill: palette.panel, stroke: { color: palette.line, width: 1 } })
  if (outlines.land) brush.shape(outlines.land, { fill: palette.line })
  if (outlines.borders) brush.shape(outlines.borders, { stroke: { color: palette.panel, width: 0.75 } })
}

/** Where the circles stand, the largest first. */
export function discsOf(scene: Pick<MapScene, 'stops' | 'projection'>): Disc[] {
  const most = scene.stops[0]?.count ?? 1
  return scene.stops.flatMap((stop) => {
    const spot = scene.projection([...stop.at])
    return spot ? [{ stop, x: spot[0], y: spot[1], radius: stopRadius(stop.count, most) }] : []
  })
}

/** Arcs below, then circles from large to small so that none is covered whole, then names. */
export function paintPlaces(brush: Brush, scene: MapScene, palette: Palette, measure: Measure): void {
  const discs = discsOf(scene)
  for (const arc of scene.arcs) paintArc(brush, scene, palette, arc)
  for (const disc of discs) paintDisc(brush, scene, palette, disc)
  paintLabels(brush, scene, palette, { discs, measure })
}

function paintDisc(brush: Brush, scene: MapScene, palette: Palette, { stop, x, y, radius }: Disc): void {
  const chosen = stop.place.id === scene.selected
  const dash = stop.coarse ? { dash: [4, 3] } : {}
  brush.circle(x, y, radius, {
    fill: scene.color,
    alpha: chosen ? 0.75 : 0.3,
    stroke: { color: scene.color, width: 1.5, ...dash },
  })
  if (chosen) brush.circle(x, y, radius + 4, { stroke: { color: palette.accent, width: 2.5 } })
}

function paintLabels(
  brush: Brush,
  scene: MapScene,
  palette: Palette,
  look: { discs: readonly Disc[]; measure: Measure },
): void {
  const figures = new Intl.NumberFormat(scene.locale)
  const ranked = look.discs.toSorted(
    (a, b) => Number(b.stop.place.id === scene.selected) - Number(a.stop.place.id === scene.selected),
  )
  const wanted = ranked.map((disc, mark) => ({
    ...disc,
    mark,
    words: `${disc.stop.place.label} ${figures.format(disc.stop.count)}`,
  }))
  const { width, height } = scene.size
  const within = { x: 2, y: 2, width: width - 4, height: height - 4 }
  const room = { size: LABEL_SIZE, measure: look.measure, within, most: Math.ceil((width * height) / LABEL_ROOM) }
  for (const label of placeLabels(wanted, room)) {
    brush.text(label.x, label.y + label.height / 2, label.words, {
      color: palette.ink,
      size: LABEL_SIZE,
      halo: palette.panel,
    })
  }
}

function paintArc(brush: Brush, scene: MapScene, palette: Palette, arc: MapArc): void {
  const ends = endsOf(scene, arc)
  if (!ends) return
  const path = geoPath(scene.projection).digits(2)({ type: 'LineString', coordinates: ends.map((end) => [...end]) })
  const middle = scene.projection(geoInterpolate([...ends[0]], [...ends[1]])(0.5))
  if (!path || !middle) return
  paintArcLine(brush, arc, path, palette)
  const spot = { x: middle[0], y: middle[1], radius: 5 }
  brush.circle(spot.x, spot.y, 7.5, { fill: palette.panel })
  paintGlyph(brush, arc.channel, spot, palette.channels[arc.channel])
  if (arc.status === 'rejected') {
    const strike = [spot.x - 7, spot.y - 9, spot.x + 7, spot.y + 9]
    brush.lines(strike, { color: palette.channels[arc.channel], width: 1.5 })
  }
}

/** Solid, dashed for what is proposed, double for what is disputed; rejected ones are struck through at their glyph. */
function paintArcLine(brush: Brush, arc: MapArc, path: string, palette: Palette): void {
  const color = palette.channels[arc.channel]
  const width = Math.min(5, 1.25 + 0.6 * Math.log2(Math.max(1, arc.count)))
  if (arc.status === 'disputed') {
    brush.shape(path, { stroke: { color, width: width + 2.5 } })
    brush.shape(path, { stroke: { color: palette.panel, width: Math.max(1.5, width) } })
  } else brush.shape(path, { stroke: { color, width, ...(arc.status === 'proposed' ? { dash: [5, 4] } : {}) } })
}

type Ends = readonly [Stop['at'], Stop['at']]

function endsOf(scene: Pick<MapScene, 'stops'>, arc: MapArc): Ends | null {
  const at = (id: string) => scene.stops.find((stop) => stop.place.id === id)?.at
  const [from, to] = [at(arc.from), at(arc.to)]
  return from && to ? [from, to] : null
}

/** The id of the circle under a point, else of the arc; the smallest circle where several lie over each other. */
export function markAt(scene: MapScene, point: Point): string | null {
  const under = discsOf(scene).filter(
    (disc) => Math.hypot(disc.x - point.x, disc.y - point.y) <= Math.max(REACH, disc.radius),
  )
  const disc = under.at(-1)
  if (disc) return disc.stop.place.id
  return scene.arcs.find((arc) => near(scene, arc, point))?.id ?? null
}

function near(scene: MapScene, arc: MapArc, point: Point): boolean {
  const ends = endsOf(scene, arc)
  if (!ends) return false
  const way = geoInterpolate([...ends[0]], [...ends[1]])
  for (let at = 0; at <= SAMPLES; at++) {
    const spot = scene.projection(way(at / SAMPLES))
    if (spot && Math.hypot(spot[0] - point.x, spot[1] - point.y) <= REACH) return true
  }
  return false
}
