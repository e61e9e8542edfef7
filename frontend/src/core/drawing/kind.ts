/** The shape of a node by the kind of thing that it stands for. */

import type { Brush, Paint } from './brush'
import type { Spot } from './glyph'

/** People are round, places stand on a corner, bodies and the rest are square. */
export function paintKind(brush: Brush, kind: string, { x, y, radius }: Spot, paint: Paint): void {
  const far = radius * 1.15
  if (kind === 'Person') brush.circle(x, y, radius, paint)
  else if (kind === 'Place') brush.polygon([x, y - far, x + far, y, x, y + far, x - far, y], paint)
  else brush.box({ x: x - radius * 0.9, y: y - radius * 0.9, width: radius * 1.8, height: radius * 1.8 }, paint)
}
