/** Exports: a picture on its light sheet, as SVG text or as a PNG of twice the size. */

import type { Brush, Measure, Size } from '../core/drawing/brush'
import type { Palette } from '../core/drawing/palette'
import { paintSheet, sheetSize, type Caption, type Sheet } from '../core/drawing/sheet'
import { SvgBrush } from '../core/drawing/svg'
import { CanvasBrush, measureWith } from './canvasBrush'
import { paletteAt } from './theme'

const PNG_SCALE = 2

/** What a picture gives for its export: its size on the screen and how it is painted. */
export interface Exported {
  readonly host: HTMLElement
  readonly size: Size
  readonly paint: (brush: Brush, palette: Palette, measure: Measure) => void
}

export function svgOf(exported: Exported, caption: Caption): string {
  const sheet = sheetOf(exported, caption)
  const brush = new SvgBrush(sheet.palette)
  paintSheet(brush, sheet, () => exported.paint(brush, sheet.palette, sheet.measure))
  return brush.document(sheetSize(sheet), caption.title)
}

/** Rejects when the browser cannot make an image of that size. */
export async function pngOf(exported: Exported, caption: Caption): Promise<Blob> {
  const sheet = sheetOf(exported, caption)
  const { width, height } = sheetSize(sheet)
  const canvas = document.createElement('canvas')
  ;[canvas.width, canvas.height] = [width * PNG_SCALE, height * PNG_SCALE]
  const context = canvas.getContext('2d')
  if (!context) throw new Error('this browser draws no canvas')
  context.scale(PNG_SCALE, PNG_SCALE)
  const brush = new CanvasBrush(context, sheet.palette)
  paintSheet(brush, sheet, () => exported.paint(brush, sheet.palette, sheet.measure))
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error(`this browser makes no image of ${canvas.width} × ${canvas.height} pixels`)
  return blob
}

/** How wide words are in the typeface of an element. */
export function measureAt(host: HTMLElement): Measure {
  return measureWith(paletteAt(host))
}

function sheetOf(exported: Exported, caption: Caption): Sheet {
  const palette = paletteAt(exported.host, 'light')
  return { picture: exported.size, caption, palette, measure: measureWith(palette) }
}
