/** The glyph of each channel as a drawn outline, so that no font decides how it looks. */

import type { Brush, Paint } from './brush'
import type { Channel } from '../channels/channels'

/** Corners on the unit circle, clockwise from `turn` (in turns, 0 = right); `inner` dents every second one. */
function star(corners: number, turn: number, inner = 1): number[] {
  const outline: number[] = []
  for (let corner = 0; corner < corners; corner++) {
    const angle = 2 * Math.PI * (turn + corner / corners)
    const reach = corner % 2 ? inner : 1
    outline.push(Math.cos(angle) * reach, Math.sin(angle) * reach)
  }
  return outline
}

const ARM = 0.36
const CROSS = [
  [-ARM, -1],
  [ARM, -1],
  [ARM, -ARM],
  [1, -ARM],
  [1, ARM],
  [ARM, ARM],
  [ARM, 1],
  [-ARM, 1],
  [-ARM, ARM],
  [-1, ARM],
  [-1, -ARM],
  [-ARM, -ARM],
].flat()

/** Outlines by channel; circles have none. */
const OUTLINES: Partial<Record<Channel, readonly number[]>> = {
  military: star(3, -1 / 4),
  diplomatic: star(4, 0),
  legal: star(4, 1 / 8),
  media: CROSS,
  'science-and-aid': star(8, -1 / 4, 0.4),
}

export interface Spot {
  readonly x: number
  readonly y: number
  readonly radius: number
}

/** Draw a channel's glyph around a spot: ▲ ● ◆ ■ ✚ ✦ ○. */
export function paintGlyph(brush: Brush, channel: Channel, spot: Spot, color: string): void {
  const outline = OUTLINES[channel]
  if (outline) brush.polygon(placed(outline, spot), { fill: color })
  else brush.circle(spot.x, spot.y, spot.radius * 0.85, disc(channel, spot.radius, color))
}

function disc(channel: Channel, radius: number, color: string): Paint {
  return channel === 'other' ? { stroke: { color, width: radius * 0.45 } } : { fill: color }
}

function placed(outline: readonly number[], spot: Spot): number[] {
  return outline.map((part, at) => part * spot.radius + (at % 2 ? spot.y : spot.x))
}
