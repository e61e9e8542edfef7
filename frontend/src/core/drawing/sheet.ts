/** The sheet of an export: the picture between its caption and its legend, on a light ground. */

import type { Channel } from '../channels/channels'
import type { Status } from '../channels/status'
import type { Brush, Measure, Size } from './brush'
import { paintGlyph } from './glyph'
import { paintKind } from './kind'
import type { Palette } from './palette'
import { paintStatusLine } from './statusLine'

/** A line of the legend: a channel's glyph, a status' line or a kind's shape, and its name in the reader's language. */
export type LegendEntry =
  | { readonly channel: Channel; readonly words: string }
  | { readonly status: Status; readonly words: string }
  | { readonly kind: string; readonly words: string }

/** What an export says of itself, already worded. Empty strings are left out. */
export interface Caption {
  readonly title: string
  readonly period: string
  readonly filters: string
  readonly sources: string
  readonly date: string
  readonly legend: readonly LegendEntry[]
}

export interface Sheet {
  readonly picture: Size
  readonly caption: Caption
  readonly palette: Palette
  readonly measure: Measure
}

const MARGIN = 24
const HEAD = 64
const ROW = 22
const SMALL = 12.5

/** The size of the whole sheet. */
export function sheetSize(sheet: Sheet): Size {
  const rows = legendRows(sheet).length + 1
  return {
    width: sheet.picture.width + 2 * MARGIN,
    height: HEAD + sheet.picture.height + rows * ROW + MARGIN,
  }
}

/** Draw the sheet, with `picture` between head and foot. */
export function paintSheet(brush: Brush, sheet: Sheet, picture: () => void): void {
  const { caption, palette } = sheet
  const size = sheetSize(sheet)
  brush.box({ x: 0, y: 0, ...size }, { fill: palette.ground })
  brush.text(MARGIN, 26, caption.title, { color: palette.ink, size: 18, serif: true, bold: true })
  brush.text(MARGIN, 48, joined(caption.period, caption.filters), { color: palette.muted, size: SMALL })
  brush.inside({ x: MARGIN, y: HEAD, ...sheet.picture }, picture)
  paintLegend(brush, sheet)
  const foot = joined(caption.sources, caption.date)
  brush.text(MARGIN, size.height - MARGIN + 4, foot, { color: palette.muted, size: SMALL })
}

function joined(...parts: string[]): string {
  return parts.filter(Boolean).join(' · ')
}

interface Placed {
  readonly entry: LegendEntry
  readonly x: number
}

/** The legend's entries in rows that fit the width. */
function legendRows(sheet: Sheet): Placed[][] {
  const rows: Placed[][] = []
  let x = Infinity
  for (const entry of sheet.caption.legend) {
    const width = sheet.measure(entry.words, SMALL) + 56
    if (x + width > MARGIN + sheet.picture.width) {
      rows.push([])
      x = MARGIN
    }
    rows.at(-1)?.push({ entry, x })
    x += width
  }
  return rows
}

function paintLegend(brush: Brush, sheet: Sheet): void {
  const top = HEAD + sheet.picture.height + ROW * 0.75
  legendRows(sheet).forEach((row, at) => {
    for (const { entry, x } of row) {
      const y = top + at * ROW
      paintSign(brush, entry, { x, y }, sheet.palette)
      brush.text(x + 36, y, entry.words, { color: sheet.palette.ink, size: SMALL })
    }
  })
}

function paintSign(brush: Brush, entry: LegendEntry, at: { x: number; y: number }, palette: Palette): void {
  const spot = { x: at.x + 22, y: at.y, radius: 6 }
  if ('channel' in entry) paintGlyph(brush, entry.channel, spot, palette.channels[entry.channel])
  else if ('kind' in entry) paintKind(brush, entry.kind, spot, { fill: palette.muted })
  else paintStatusLine(brush, entry.status, [at.x, at.y, at.x + 28, at.y], { color: palette.muted, width: 1.5 })
}
