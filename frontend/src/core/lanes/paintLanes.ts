/** Draw lanes: the axis, bars with uncertain ends hatched, dots, density marks, the ring of the chosen item. */

import type { Brush, Measure } from '../drawing/brush'
import type { Palette } from '../drawing/palette'
import { ticksOf } from './axis'
import { AXIS, barBox, densityBox, laneTop, type Frame } from './frame'
import type { Lane } from './lanes'
import { runningIn, timeAt, xOf, type Density, type Packed, type TimeScale } from './pack'
import { paintBar } from './paintBar'
import { WORDS } from './spanWords'

export interface LanesScene {
  readonly lanes: readonly Lane[]
  readonly packed: Packed
  readonly frame: Frame
  readonly scale: TimeScale
  /** Pixels from the screen's left edge to the plane's origin. */
  readonly shift: number
  readonly selected: string | null
  readonly locale: string
  readonly measure: Measure
}

const TICK_ROOM = 110

/** The times at the picture's left and right edge. */
export function windowOf(scene: Pick<LanesScene, 'scale' | 'shift' | 'frame'>): readonly [number, number] {
  return [timeAt(scene.scale, -scene.shift), timeAt(scene.scale, scene.frame.size.width - scene.shift)]
}

export function paintLanes(brush: Brush, scene: LanesScene, palette: Palette): void {
  paintAxis(brush, scene, palette)
  scene.lanes.forEach((lane, at) => paintLane(brush, scene, palette, { lane, at }))
  const { width } = scene.frame.size
  for (const bar of scene.packed.bars) {
    const box = barBox(scene.frame, bar, scene.shift)
    if (box.x > width || box.x + box.width + (bar.worded ? 400 : 0) < 0) continue
    paintBar(
      brush,
      { bar, box, scale: scene.scale, shift: scene.shift, chosen: bar.span.item.id === scene.selected, width, measure: scene.measure },
      palette,
    )
  }
  for (const density of scene.packed.densities) paintDensity(brush, scene, palette, { density, sign: '+' })
  for (const density of runningIn(scene.packed, scene.scale, -scene.shift))
    paintDensity(brush, scene, palette, { density, sign: '‹ +' })
}

/** A line for every tick, and its words where those before leave room. */
function paintAxis(brush: Brush, scene: LanesScene, palette: Palette): void {
  const { width, height } = scene.frame.size
  let free = 0
  for (const tick of ticksOf(windowOf(scene), width / TICK_ROOM, scene.locale)) {
    const x = Math.round(xOf(scene.scale, tick.time) + scene.shift) + 0.5
    brush.lines([x, AXIS - 8, x, height], { color: palette.line, width: 1 })
    if (x < free) continue
    brush.text(x + 4, 13, tick.words, { color: palette.muted, size: WORDS })
    free = x + scene.measure(tick.words, WORDS) + 12
  }
}

function paintLane(brush: Brush, scene: LanesScene, palette: Palette, { lane, at }: { lane: Lane; at: number }): void {
  const top = Math.round(laneTop(scene.frame, at)) + 0.5
  brush.lines([0, top, scene.frame.size.width, top], { color: palette.line, width: 1 })
  brush.text(8, top + 11, lane.label, { color: palette.ink, size: WORDS, bold: true, halo: palette.panel })
}

/** A mark that says how many items found no row here. */
function paintDensity(
  brush: Brush,
  scene: LanesScene,
  palette: Palette,
  { density, sign }: { density: Density; sign: string },
): void {
  const box = densityBox(scene.frame, density, scene.shift)
  if (box.x > scene.frame.size.width || box.x + box.width < 0) return
  const chosen = density.spans.some((span) => span.item.id === scene.selected)
  const rim = chosen ? { color: palette.accent, width: 2.5 } : { color: palette.muted, width: 1 }
  brush.box(box, { fill: palette.ground, stroke: rim })
  const words = `${sign}${new Intl.NumberFormat(scene.locale).format(density.spans.length)}`
  brush.text(box.x + box.width / 2, box.y + box.height / 2 + 0.5, words, {
    color: palette.ink,
    size: 11.5,
    anchor: 'middle',
  })
}
