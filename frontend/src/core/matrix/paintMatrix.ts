/** The matrix as a drawing, for its exports. */

import type { Brush, Size } from '../drawing/brush'
import type { Palette } from '../drawing/palette'

/** What a drawing says: titles of columns, and rows of figures with their shades from 0 to 1. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly title: string; readonly cells: readonly { readonly figure: string; readonly shade: number }[] }[]
}

const ROW = 30
const TITLE = 170
const COLUMN = 118
const TEXT = 12.5

export function sizeOf(grid: Grid): Size {
  return { width: TITLE + grid.columns.length * COLUMN, height: (grid.rows.length + 1) * ROW }
}

export function paintMatrix(brush: Brush, grid: Grid, palette: Palette): void {
  brush.box({ x: 0, y: 0, ...sizeOf(grid) }, { fill: palette.panel })
  grid.columns.forEach((title, at) => brush.text(TITLE + at * COLUMN + 8, ROW / 2, title, { color: palette.muted, size: TEXT }))
  grid.rows.forEach((row, at) => paintRow(brush, row, { top: (at + 1) * ROW, palette }))
}

function paintRow(brush: Brush, row: Grid['rows'][number], { top, palette }: { readonly top: number; readonly palette: Palette }): void {
  brush.text(8, top + ROW / 2, row.title, { color: palette.ink, size: TEXT })
  row.cells.forEach(({ figure, shade }, at) => {
    const x = TITLE + at * COLUMN
    brush.box({ x, y: top, width: COLUMN - 2, height: ROW - 2 }, { fill: palette.accent, alpha: shade * 0.4 })
    brush.text(x + 8, top + ROW / 2, figure, { color: palette.ink, size: TEXT })
  })
}
