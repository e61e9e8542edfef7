/** Draw the edges of a network: with all their signs while they can be told apart, as thin lines beyond. */

import type { Channel } from '../channels/channels'
import type { Brush } from '../drawing/brush'
import { paintGlyph } from '../drawing/glyph'
import type { Palette } from '../drawing/palette'
import { paintStatusLine, type Line } from '../drawing/statusLine'
import type { Scene } from './scene'
import { edgeLine } from './walk'

/** Beyond so many edges in sight, lines are thin and alike: wide and dashed ones take three times as long, and nobody tells them apart. */
export const MOST_SIGNED = 1500
const MOST_GLYPHS = 260
const SHORTEST_WITH_GLYPH = 64
/** Glyphs of parallel edges step along them, so that they do not cover each other. */
const GLYPH_STEP = 17

/** A part of the shown edges, from the strongest: `from` included, `to` not. */
export interface Slice {
  readonly from: number
  readonly to: number
  /** Whether thin lines are dashed where nobody confirmed them: an export has the time for it, and a legend to keep to. */
  readonly isDashed?: boolean
}

/** Draw a slice of the edges in sight; those that stand out come last. */
export function paintTies(brush: Brush, scene: Scene, palette: Palette, slice: Slice): void {
  const edges = inSight(scene, slice)
  const lit = edges.filter((edge) => scene.lit?.edges.has(edge))
  const rest = scene.lit ? edges.filter((edge) => !scene.lit?.edges.has(edge)) : edges
  const alpha = scene.lit ? 0.2 : null
  if (scene.shown.edges.length > MOST_SIGNED && edges.length > MOST_SIGNED)
    paintThin(brush, scene, palette, { edges: rest, alpha: alpha ?? 0.35, isDashed: slice.isDashed ?? false })
  else for (const edge of rest) paintSigned(brush, scene, palette, { edge, alpha: alpha ?? 0.8 })
  for (const edge of lit) paintSigned(brush, scene, palette, { edge, alpha: 1 })
  const signed = scene.lit ? lit : edges
  if (signed.length <= MOST_GLYPHS) for (const edge of signed) paintMiddle(brush, scene, palette, edge)
}

/** The edges of a slice that may cross the screen. */
function inSight(scene: Scene, slice: Slice): number[] {
  const { places, view, size, ties } = scene
  const [left, top] = [-view.x / view.k, -view.y / view.k]
  const [right, bottom] = [left + size.width / view.k, top + size.height / view.k]
  const found: number[] = []
  for (let at = slice.from; at < Math.min(slice.to, scene.shown.edges.length); at++) {
    const edge = scene.shown.edges[at] ?? 0
    const [one, other] = [2 * (ties.source[edge] ?? 0), 2 * (ties.target[edge] ?? 0)]
    const [x1, y1, x2, y2] = [places[one] ?? 0, places[one + 1] ?? 0, places[other] ?? 0, places[other + 1] ?? 0]
    const beyond =
      (x1 < left && x2 < left) || (x1 > right && x2 > right) || (y1 < top && y2 < top) || (y1 > bottom && y2 > bottom)
    if (!beyond) found.push(edge)
  }
  return found
}

/** All lines of a channel in one go. */
function paintThin(
  brush: Brush,
  scene: Scene,
  palette: Palette,
  lines: { edges: readonly number[]; alpha: number; isDashed: boolean },
): void {
  const { places, view, ties } = scene
  const ends = new Map<string, { readonly channel: Channel; readonly dash: readonly number[]; readonly list: number[] }>()
  for (const edge of lines.edges) {
    const { channel = 'other', status = 'confirmed' } = ties.edges[edge] ?? {}
    const dash = lines.isDashed && status === 'proposed' ? [4, 3] : []
    const [one, other] = [2 * (ties.source[edge] ?? 0), 2 * (ties.target[edge] ?? 0)]
    const key = `${channel} ${dash.length}`
    const list = ends.get(key)?.list ?? []
    ends.set(key, { channel, dash, list })
    list.push((places[one] ?? 0) * view.k + view.x, (places[one + 1] ?? 0) * view.k + view.y)
    list.push((places[other] ?? 0) * view.k + view.x, (places[other + 1] ?? 0) * view.k + view.y)
  }
  for (const { channel, dash, list } of ends.values())
    brush.lines(list, { color: palette.channels[channel], width: 1, alpha: lines.alpha, ...(dash.length ? { dash } : {}) })
}

function paintSigned(brush: Brush, scene: Scene, palette: Palette, one: { edge: number; alpha: number }): void {
  const edge = scene.ties.edges[one.edge]
  if (!edge) return
  const width = Math.min(5, 1.25 + 0.6 * Math.log2(Math.max(1, edge.count))) * Math.min(1, 0.4 + scene.view.k)
  const line = edgeLine(scene.ties, scene.places, one.edge, scene.view)
  paintStatusLine(brush, edge.status, line, { color: palette.channels[edge.channel], width, alpha: one.alpha })
}

/** The glyph of the channel in the middle of a line that is long enough. */
function paintMiddle(brush: Brush, scene: Scene, palette: Palette, number: number): void {
  const edge = scene.ties.edges[number]
  const line = edgeLine(scene.ties, scene.places, number, scene.view)
  const aside = Math.abs(scene.ties.aside[number] ?? 0)
  if (!edge || length(line) < SHORTEST_WITH_GLYPH * (1 + aside)) return
  const way = 0.5 + (GLYPH_STEP * (scene.ties.aside[number] ?? 0)) / length(line)
  const spot = { x: line[0] + (line[2] - line[0]) * way, y: line[1] + (line[3] - line[1]) * way, radius: 5 }
  brush.circle(spot.x, spot.y, 7.5, { fill: palette.panel })
  paintGlyph(brush, edge.channel, spot, palette.channels[edge.channel])
}

function length([x1, y1, x2, y2]: Line): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
