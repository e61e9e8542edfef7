/** Where lanes and rows stand on the picture, and what lies under a pointer. */

import type { Box, Size } from '../drawing/brush'
import { DOT, type Bar, type Density, type Packed } from './pack'

export const AXIS = 30
export const ROW = 20
const HEAD = 20
const FOOT = 6

export interface Frame {
  readonly size: Size
  readonly lanes: number
  /** Rows of items in each lane; the row after them holds density marks. */
  readonly rows: number
  readonly laneHeight: number
}

/** As many rows as the height allows, one at least. */
export function frameOf(size: Size, lanes: number): Frame {
  const laneHeight = Math.max(leastLane(), (size.height - AXIS) / Math.max(1, lanes))
  return { size, lanes, laneHeight, rows: Math.max(1, Math.floor((laneHeight - HEAD - FOOT) / ROW) - 1) }
}

/** The height that so many lanes need, two rows of items each; pages make their picture that high. */
export function leastHeight(lanes: number): number {
  return AXIS + lanes * (leastLane() + ROW)
}

function leastLane(): number {
  return HEAD + 2 * ROW + FOOT
}

export function laneTop(frame: Frame, lane: number): number {
  return AXIS + lane * frame.laneHeight
}

/** A bar on the screen, `x` pixels from the plane's origin. */
export function barBox(frame: Frame, bar: Bar, x: number): Box {
  const y = laneTop(frame, bar.lane) + HEAD + bar.row * ROW
  return { x: bar.left + x, y: y + 3, width: bar.right - bar.left, height: ROW - 6 }
}

export function densityBox(frame: Frame, density: Density, x: number): Box {
  const y = laneTop(frame, density.lane) + HEAD + frame.rows * ROW
  return { x: density.left + x + 1, y: y + 2, width: density.right - density.left - 2, height: ROW - 4 }
}

export function isDot(bar: Bar): boolean {
  return bar.right - bar.left <= DOT
}

/** The bar under a point, within a pixel more than the row; targets beside each other share the room. */
export function barAt(packed: Packed, frame: Frame, spot: { x: number; y: number; shift: number }): Bar | null {
  return packed.bars.find((bar) => within(barBox(frame, bar, spot.shift), spot, 6)) ?? null
}

/** The mark under a point: those at the left edge lie over the others. */
export function densityAt(
  densities: readonly Density[],
  frame: Frame,
  spot: { x: number; y: number; shift: number },
): Density | null {
  return densities.find((one) => within(densityBox(frame, one, spot.shift), spot, 2)) ?? null
}

function within(box: Box, { x, y }: { x: number; y: number }, more: number): boolean {
  return x >= box.x - more && x <= box.x + box.width + more && y >= box.y - 3 && y <= box.y + box.height + 3
}
