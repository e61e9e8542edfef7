/** The chart of years as a drawing, for its exports. */

import type { Brush, Size } from '../drawing/brush'
import type { Palette } from '../drawing/palette'
import { marksTo, type Bar } from './bars'

const [LEFT, FOOT, HEAD] = [44, 26, 14]
const TEXT = 12
/** Least pixels from one written year to the next. */
const APART = 44
const GAP = 0.75

/** Bars of years on their axes, filling a size; figures are written by `say`. */
export function paintYears(brush: Brush, bars: readonly Bar[], look: { readonly size: Size; readonly palette: Palette; readonly say: (figure: number) => string }): void {
  const { size, palette, say } = look
  const marks = marksTo(Math.max(...bars.map((bar) => bar.claims)))
  const y = (claims: number): number => size.height - FOOT - (claims / (marks.at(-1) ?? 1)) * (size.height - FOOT - HEAD)
  const step = (size.width - LEFT) / bars.length
  const muted = { color: palette.muted, size: TEXT }
  brush.box({ x: 0, y: 0, ...size }, { fill: palette.panel })
  for (const mark of marks) {
    brush.lines([LEFT, y(mark), size.width, y(mark)], { color: palette.line, width: 1 })
    brush.text(LEFT - 8, y(mark), say(mark), { ...muted, anchor: 'end' })
  }
  bars.forEach((bar, at) => {
    const x = LEFT + step * at
    if (at % Math.ceil(APART / step) === 0) brush.text(x + step / 2, size.height - FOOT / 2, String(bar.year), { ...muted, anchor: 'middle' })
    for (const piece of bar.pieces) {
      const height = Math.max(y(piece.from) - y(piece.to) - GAP, GAP)
      brush.box({ x: x + step * 0.12, y: y(piece.to), width: step * 0.76, height }, { fill: palette.channels[piece.channel] })
    }
  })
}
