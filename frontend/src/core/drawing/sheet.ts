/** The sheet of an export: the picture between its caption and its legend, on a light ground. */

import type { Channel } from '../channels/channels'
import type { Status } from '../channels/status'
import type { Brush, Measure, Size } from './brush'
import { paintGlyph } from './glyph'
import { paintKind } from './kind'
import type { Palette } from './palette'
import { paintStatusLine } from './statusLine'

/** A line of the legend: a channel's glyph, a status' line, a kind's shape or a circle of the map, and its name in the reader's language. */
export type LegendEntry =
  | { readonly channel: Channel; readonly words: string }
  | { readonly status: Status; readonly words: string }
  | { readonly kind: string; readonly words: string }
  | { readonly circle: 'whole' | 'dashed'; readonly words: string }

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
const TITLE = 18
/** Pixels from line to line where a title or small words need more than one. */
const [TITLE_LINE, SMALL_LINE] = [24, 18]
/** A serif set bold is wider than what is measured. */
const BOLDER = 1.1

/** The size of the whole sheet. */
export function sheetSize(sheet: Sheet): Size {
  const rows = legendRows(sheet).length + 1
  const foot = (linesOf(sheet).foot.length - 1) * SMALL_LINE
  return {
    width: sheet.picture.width + 2 * MARGIN,
    height: headOf(sheet) + sheet.picture.height + rows * ROW + foot + MARGIN,
  }
}

/** Where the picture begins: below all lines of title, period and filters. */
function headOf(sheet: Sheet): number {
  const { title, under } = linesOf(sheet)
  return HEAD + (title.length - 1) * TITLE_LINE + Math.max(0, under.length - 1) * SMALL_LINE
}

/** What is written above and below the picture, in lines that fit its width: a filter can be as long as its writer liked. */
function linesOf({ caption, picture, measure }: Sheet) {
  const small = (words: string) => wrapped(words, picture.width, (one) => measure(one, SMALL))
  return {
    title: wrapped(caption.title, picture.width, (one) => measure(one, TITLE) * BOLDER),
    under: small(joined(caption.period, caption.filters)),
    foot: small(joined(caption.sources, caption.date)),
  }
}

/** Words in lines of a width, one line at least; a word that is wider alone stands in a line of its own. */
function wrapped(words: string, width: number, measured: (words: string) => number): string[] {
  const lines = ['']
  for (const word of words.split(' ')) {
    const longer = [lines.at(-1), word].filter(Boolean).join(' ')
    if (lines.at(-1) && measured(longer) > width) lines.push(word)
    else lines[lines.length - 1] = longer
  }
  return lines
}

/** Draw the sheet, with `picture` between head and foot. */
export function paintSheet(brush: Brush, sheet: Sheet, picture: () => void): void {
  const { palette } = sheet
  const [size, lines, head] = [sheetSize(sheet), linesOf(sheet), headOf(sheet)]
  const under = 48 + (lines.title.length - 1) * TITLE_LINE
  const foot = size.height - MARGIN + 4 - (lines.foot.length - 1) * SMALL_LINE
  brush.box({ x: 0, y: 0, ...size }, { fill: palette.ground })
  const title = { color: palette.ink, size: TITLE, serif: true, bold: true }
  const small = { color: palette.muted, size: SMALL }
  lines.title.forEach((words, at) => brush.text(MARGIN, 26 + at * TITLE_LINE, words, title))
  lines.under.forEach((words, at) => brush.text(MARGIN, under + at * SMALL_LINE, words, small))
  brush.inside({ x: MARGIN, y: head, ...sheet.picture }, picture)
  paintLegend(brush, sheet)
  lines.foot.forEach((words, at) => brush.text(MARGIN, foot + at * SMALL_LINE, words, small))
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
  const top = headOf(sheet) + sheet.picture.height + ROW * 0.75
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
  else if ('circle' in entry) {
    const dash = entry.circle === 'dashed' ? { dash: [4, 3] } : {}
    brush.circle(spot.x, spot.y, spot.radius, { fill: palette.accent, alpha: 0.3, stroke: { color: palette.accent, width: 1.5, ...dash } })
  } else if ('kind' in entry) paintKind(brush, entry.kind, spot, { fill: palette.muted })
  else paintStatusLine(brush, entry.status, [at.x, at.y, at.x + 28, at.y], { color: palette.muted, width: 1.5 })
}
