/** Draw the nodes of a network, their labels by rank, and the ring of the active one. */

import type { Brush, Measure, Paint } from '../drawing/brush'
import type { Spot } from '../drawing/glyph'
import { paintKind } from '../drawing/kind'
import { placeLabels, type Wanted } from '../drawing/labels'
import type { Palette } from '../drawing/palette'
import type { Scene } from './scene'
import { drawnRadius } from './walk'

const LABEL_SIZE = 12.5
/** One label for so many square pixels at the most. */
const LABEL_ROOM = 9000
/** Nodes beyond this rank are not asked for a label in one view. */
const MOST_ASKED = 600
const RING = 5

export interface NodesLook {
  readonly palette: Palette
  readonly measure: Measure
  /** Nodes drawn at the most, the first in rank. */
  readonly most: number
}

/** Draw nodes from the last in rank to the first, then labels, then the ring. */
export function paintNodes(brush: Brush, scene: Scene, { palette, measure, most }: NodesLook): void {
  const seen = inSight(scene).slice(0, most)
  for (const node of seen.toReversed()) paintNode(brush, scene, palette, node)
  paintLabels(brush, scene, palette, { seen, measure })
  if (scene.active !== null && scene.shown.nodes[scene.active]) paintRing(brush, scene, palette, scene.active)
}

function spotOf(scene: Scene, node: number): Spot {
  const { places, view, ties } = scene
  return {
    x: (places[2 * node] ?? 0) * view.k + view.x,
    y: (places[2 * node + 1] ?? 0) * view.k + view.y,
    radius: drawnRadius(ties.radius[node] ?? 0, view.k),
  }
}

/** Numbers of the nodes on the screen, in order of rank. */
function inSight(scene: Scene): number[] {
  const found: number[] = []
  scene.shown.nodes.forEach((state, node) => {
    const { x, y, radius } = spotOf(scene, node)
    const { width, height } = scene.size
    if (state && x > -radius && y > -radius && x < width + radius && y < height + radius) found.push(node)
  })
  return found
}

function stepsBack(scene: Scene, node: number): boolean {
  return scene.shown.nodes[node] === 1 || Boolean(scene.lit && !scene.lit.nodes.has(node))
}

function paintNode(brush: Brush, scene: Scene, palette: Palette, node: number): void {
  const spot = spotOf(scene, node)
  const chosen = scene.selected === node
  const back = stepsBack(scene, node)
  const paint: Paint = {
    fill: chosen ? palette.accent : back ? palette.line : palette.muted,
    stroke: { color: palette.panel, width: 1.5 },
  }
  paintKind(brush, scene.ties.nodes[node]?.kind ?? '', spot, paint)
  if (scene.pinned.has(scene.ties.nodes[node]?.id ?? ''))
    brush.circle(spot.x, spot.y, Math.max(1.5, spot.radius * 0.35), { fill: palette.panel })
}

function paintLabels(
  brush: Brush,
  scene: Scene,
  palette: Palette,
  look: { seen: readonly number[]; measure: Measure },
): void {
  const first = [scene.active, scene.selected].filter((node) => node !== null)
  const named = look.seen.filter((node) => !stepsBack(scene, node)).slice(0, MOST_ASKED)
  const wanted: Wanted[] = [...new Set([...first, ...named])].map((node) => wantedOf(scene, node))
  const { width, height } = scene.size
  const most = Math.ceil((width * height) / LABEL_ROOM)
  const room = {
    size: LABEL_SIZE,
    measure: look.measure,
    within: { x: 2, y: 2, width: width - 4, height: height - 4 },
    most,
  }
  for (const label of placeLabels(wanted, room)) {
    brush.text(label.x, label.y + label.height / 2, label.words, {
      color: palette.ink,
      size: LABEL_SIZE,
      halo: palette.panel,
    })
  }
}

/** Words beside a ring keep off the ring. */
function wantedOf(scene: Scene, node: number): Wanted {
  const { x, y, radius } = spotOf(scene, node)
  return {
    mark: node,
    words: scene.ties.nodes[node]?.label ?? '',
    x,
    y,
    radius: scene.active === node ? radius + RING : radius,
  }
}

function paintRing(brush: Brush, scene: Scene, palette: Palette, node: number): void {
  const { x, y, radius } = spotOf(scene, node)
  brush.circle(x, y, radius + RING, { stroke: { color: palette.panel, width: 5 } })
  brush.circle(x, y, radius + RING, { stroke: { color: palette.accent, width: 2.5 } })
}
