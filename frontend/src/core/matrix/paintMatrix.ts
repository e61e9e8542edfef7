/** The matrix as a drawing, for its exports. */

import type { Brush, Measure, Size } from '../drawing/brush'
import type { Palette } from '../drawing/palette'

/** What a drawing says: titles of columns, and rows of figures with their shades from 0 to 1. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly title: string; readonly cells: readonly { readonly figure: string; readonly shade: number }[] }[]
}

const ROW = 30
const LEAST_TITLE = 170
const LEAST_COLUMN = 118
const ASIDE = 8
const TEXT = 12.5

/** Pixels for the names of rows and for each column: as wide as the longest of their words. */
interface Widths {
  readonly title: number
  readonly column: number
}

function widthsOf(grid: Grid, measure: Measure): Widths {
  const widest = (words: readonly string[], least: number): number => Math.max(least, ...words.map((one) => Math.ceil(measure(one, TEXT)) + 2 * ASIDE))
  return { title: widest(grid.rows.map((row) => row.title), LEAST_TITLE), column: widest(grid.columns, LEAST_COLUMN) }
}

export function sizeOf(grid: Grid, measure: Measure): Size {
  const { title, column } = widthsOf(grid, measure)
  return { width: title + grid.columns.length * column, height: (grid.rows.length + 1) * ROW }
}

export function paintMatrix(brush: Brush, grid: Grid, palette: Palette, measure: Measure): void {
  const widths = widthsOf(grid, measure)
  brush.box({ x: 0, y: 0, ...sizeOf(grid, measure) }, { fill: palette.panel })
  grid.columns.forEach((title, at) => brush.text(widths.title + at * widths.column + ASIDE, ROW / 2, title, { color: palette.muted, size: TEXT }))
  grid.rows.forEach((row, at) => paintRow(brush, row, { top: (at + 1) * ROW, palette, widths }))
}

interface RowLook {
  readonly top: number
  readonly palette: Palette
  readonly widths: Widths
}

function paintRow(brush: Brush, row: Grid['rows'][number], { top, palette, widths }: RowLook): void {
  brush.text(ASIDE, top + ROW / 2, row.title, { color: palette.ink, size: TEXT })
  row.cells.forEach(({ figure, shade }, at) => {
    const x = widths.title + at * widths.column
    brush.box({ x, y: top, width: widths.column - 2, height: ROW - 2 }, { fill: palette.accent, alpha: shade * 0.4 })
    brush.text(x + ASIDE, top + ROW / 2, figure, { color: palette.ink, size: TEXT })
  })
}
