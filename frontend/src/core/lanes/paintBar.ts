/** Draw one item of a lane. */

import type { Status } from '../channels/status'
import type { Box, Brush, Measure } from '../drawing/brush'
import { paintGlyph, type Spot } from '../drawing/glyph'
import type { Palette } from '../drawing/palette'
import { shortened } from '../drawing/labels'
import { paintStatusLine, type Line } from '../drawing/statusLine'
import { isDot } from './frame'
import { xOf, type Bar, type TimeScale } from './pack'
import { WORDS, wordsOf } from './spanWords'

export interface BarLook {
  readonly bar: Bar
  readonly box: Box
  readonly scale: TimeScale
  readonly shift: number
  readonly chosen: boolean
  /** The width of the picture, behind which words would be cut off. */
  readonly width: number
  readonly measure: Measure
}

const HATCH = 5
const BESIDE_GLYPH = 11
/** What of a bar is drawn beyond the screen's left edge: enough that its end is never seen. */
const BEYOND = 20
/** Wider than any screen: what is drawn of a bar to the right. */
const WIDEST = 8000

export function paintBar(brush: Brush, look: BarLook, palette: Palette): void {
  const { bar, box } = look
  const color = palette.channels[bar.span.item.channel]
  const spot = { x: glyphX(look), y: box.y + box.height / 2, radius: 5.5 }
  if (!isDot(bar)) {
    paintRange(brush, look, color)
    brush.circle(spot.x, spot.y, 6.5, { fill: palette.panel })
  }
  if (isDot(bar) || !coreBox(look)) paintStatusOfGlyph(brush, bar.span.item.status, spot, color)
  paintGlyph(brush, bar.span.item.channel, spot, color)
  if (look.chosen) brush.box(around(visible(box)), { stroke: { color: palette.accent, width: 2.5 } })
  if (bar.worded) paintWords(brush, look, spot, palette)
}

const FEWEST_LETTERS = 5

/** Right of the glyph; left of a dot at the picture's right edge, if its row is free there, else as many letters as fit. */
function paintWords(brush: Brush, { bar, width, measure }: BarLook, spot: Spot, palette: Palette): void {
  const whole = wordsOf(bar.span)
  const room = BESIDE_GLYPH + measure(whole, WORDS)
  const isLeft = isDot(bar) && spot.x + room > width && bar.before >= room
  const words = isLeft ? whole : fitting(whole, width - spot.x - BESIDE_GLYPH, measure)
  if (!words) return
  const x = spot.x + (isLeft ? -BESIDE_GLYPH : BESIDE_GLYPH)
  brush.text(x, spot.y + 0.5, words, { color: palette.ink, size: WORDS, halo: palette.panel, anchor: isLeft ? 'end' : 'start' })
}

/** Words cut to a width; none where hardly anything of them would be left. */
function fitting(words: string, width: number, measure: Measure): string {
  let cut = words
  for (let letters = words.length - 1; measure(cut, WORDS) > width && letters >= FEWEST_LETTERS; letters--) cut = shortened(words, letters)
  return measure(cut, WORDS) > width ? '' : cut
}

/** A bar that begins left of the screen shows glyph and words at the screen's edge. */
function glyphX({ bar, box }: BarLook): number {
  if (isDot(bar) || box.width < 22) return box.x + box.width / 2
  return Math.min(Math.max(box.x, 0) + 11, box.x + box.width - 11)
}

/** The certain part filled between lines of its status; what is uncertain hatched, without an edge. */
function paintRange(brush: Brush, look: BarLook, color: string): void {
  const box = visible(look.box)
  const core = coreBox(look)
  const [left, right] = [box.x, box.x + box.width]
  const [from, to] = core ? [core.x, core.x + core.width] : [right, right]
  for (const [start, end] of [
    [left, from],
    [to, right],
  ] as const)
    if (end - start > 1)
      brush.lines(hatched({ ...box, x: start, width: end - start }), { color, width: 1.25, alpha: 0.75 })
  if (!core) return
  brush.box(core, { fill: color, alpha: look.bar.span.item.status === 'confirmed' ? 0.32 : 0.14 })
  paintEdges(brush, look.bar.span.item.status, core, color)
}

/** Lines above and below; a bar that was rejected has one through its middle instead of two short strikes. */
function paintEdges(brush: Brush, status: Status, core: Box, color: string): void {
  const across = (y: number): Line => [core.x, y, core.x + core.width, y]
  const edge = status === 'rejected' ? 'confirmed' : status
  for (const y of [core.y, core.y + core.height]) paintStatusLine(brush, edge, across(y), { color, width: 1.5 })
  if (status === 'rejected') brush.lines(across(core.y + core.height / 2), { color, width: 1.5 })
}

function coreBox({ bar, box, scale, shift }: BarLook): Box | null {
  if (!bar.span.core) return null
  const [start, end] = bar.span.core
  const core = visible({ ...box, x: xOf(scale, start) + shift, width: (end - start) * scale.k })
  return core.width > 1 ? core : null
}

/** A box without what lies far beyond the screen. */
function visible(box: Box): Box {
  const left = Math.max(box.x, -BEYOND)
  return { ...box, x: left, width: Math.max(0, Math.min(box.x + box.width, WIDEST) - left) }
}

/** Slanting lines that fill a box, cut at its edges. */
export function hatched(box: Box): number[] {
  const ends: number[] = []
  const [right, bottom] = [box.x + box.width, box.y + box.height]
  for (let x = box.x; x < right + box.height; x += HATCH) {
    const [top, low] = [Math.max(0, x - right), Math.min(box.height, x - box.x)]
    if (low > top) ends.push(x - top, box.y + top, x - low, Math.min(bottom, box.y + low))
  }
  return ends
}

/** Where no edge says the status, a line under the glyph does, or one through it. */
function paintStatusOfGlyph(brush: Brush, status: Status, spot: Spot, color: string): void {
  if (status === 'confirmed') return
  const y = status === 'rejected' ? spot.y : spot.y + 8
  paintStatusLine(brush, status, [spot.x - 7, y, spot.x + 7, y], { color, width: 1.5 })
}

function around(box: Box): Box {
  return { x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 }
}
