/** Lines that say their status without colour: solid, dashed, struck through, or double. */

import type { Status } from '../channels/status'
import type { Brush } from './brush'

export type Line = readonly [x1: number, y1: number, x2: number, y2: number]

interface Colored {
  readonly color: string
  readonly width: number
  readonly alpha?: number
}

/** Draw a line with the look of its status. */
export function paintStatusLine(brush: Brush, status: Status, line: Line, stroke: Colored): void {
  if (status === 'disputed') {
    brush.lines(doubled(line, stroke.width / 2 + 1.25), { ...stroke, width: Math.max(1, stroke.width * 0.6) })
    return
  }
  brush.lines(line, status === 'proposed' ? { ...stroke, dash: [5, 4] } : stroke)
  if (status === 'rejected') brush.lines(strike(line), { ...stroke, width: 1.5 })
}

/** The line moved sideways by so many pixels. */
export function beside(line: Line, distance: number): [number, number, number, number] {
  const [x1, y1, x2, y2] = line
  const reach = distance / (Math.hypot(x2 - x1, y2 - y1) || 1)
  const [across, down] = [-(y2 - y1) * reach, (x2 - x1) * reach]
  return [x1 + across, y1 + down, x2 + across, y2 + down]
}

function doubled(line: Line, gap: number): number[] {
  return [...beside(line, gap), ...beside(line, -gap)]
}

/** A short bar that leans across the middle of a line. */
function strike(line: Line): number[] {
  const [x1, y1, x2, y2] = line
  const length = Math.hypot(x2 - x1, y2 - y1) || 1
  const [along, down] = [(x2 - x1) / length, (y2 - y1) / length]
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
  const [right, below] = [along * 4 - down * 6, down * 4 + along * 6]
  return [x - right, y - below, x + right, y + below]
}
