/** A brush that draws on a canvas. */

import type { Box, Brush, Measure, Paint, Stroke, Type } from '../core/drawing/brush'
import type { Palette } from '../core/drawing/palette'

/** Lines stroked at once: many more make one path slow to fill in, far fewer cost a call each. */
const BATCH = 100

export class CanvasBrush implements Brush {
  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly palette: Pick<Palette, 'sans' | 'serif'>,
  ) {
    context.textBaseline = 'middle'
    context.lineJoin = 'round'
  }

  lines(ends: ArrayLike<number>, stroke: Stroke): void {
    const { context } = this
    this.takeStroke(stroke)
    for (let start = 0; start < ends.length; start += 4 * BATCH) {
      context.beginPath()
      for (let at = start; at < Math.min(ends.length, start + 4 * BATCH); at += 4) {
        context.moveTo(ends[at] ?? 0, ends[at + 1] ?? 0)
        context.lineTo(ends[at + 2] ?? 0, ends[at + 3] ?? 0)
      }
      context.stroke()
    }
    this.endStroke(stroke)
  }

  polygon(corners: ArrayLike<number>, paint: Paint): void {
    this.context.beginPath()
    for (let at = 0; at < corners.length; at += 2) this.context.lineTo(corners[at] ?? 0, corners[at + 1] ?? 0)
    this.context.closePath()
    this.fillAndStroke(paint)
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.context.beginPath()
    this.context.arc(x, y, radius, 0, 2 * Math.PI)
    this.fillAndStroke(paint)
  }

  box(box: Box, paint: Paint): void {
    this.context.beginPath()
    this.context.rect(box.x, box.y, box.width, box.height)
    this.fillAndStroke(paint)
  }

  shape(path: string, paint: Paint): void {
    this.fillAndStroke(paint, new Path2D(path))
  }

  text(x: number, y: number, words: string, type: Type): void {
    const { context } = this
    context.font = fontOf(this.palette, type)
    context.textAlign = type.anchor === 'middle' ? 'center' : (type.anchor ?? 'start')
    if (type.halo) {
      context.strokeStyle = type.halo
      context.lineWidth = 3
      context.strokeText(words, x, y)
    }
    context.fillStyle = type.color
    context.fillText(words, x, y)
  }

  inside(box: Box, draw: () => void): void {
    const { context } = this
    context.save()
    context.translate(box.x, box.y)
    context.beginPath()
    context.rect(0, 0, box.width, box.height)
    context.clip()
    draw()
    context.restore()
  }

  private fillAndStroke(paint: Paint, path?: Path2D): void {
    const { context } = this
    if (paint.fill) {
      context.fillStyle = paint.fill
      context.globalAlpha = paint.alpha ?? 1
      if (path) context.fill(path)
      else context.fill()
      context.globalAlpha = 1
    }
    if (!paint.stroke) return
    this.takeStroke(paint.stroke)
    if (path) context.stroke(path)
    else context.stroke()
    this.endStroke(paint.stroke)
  }

  private takeStroke(stroke: Stroke): void {
    this.context.strokeStyle = stroke.color
    this.context.lineWidth = stroke.width
    this.context.globalAlpha = stroke.alpha ?? 1
    if (stroke.dash) this.context.setLineDash([...stroke.dash])
  }

  private endStroke(stroke: Stroke): void {
    this.context.globalAlpha = 1
    if (stroke.dash) this.context.setLineDash([])
  }
}

function fontOf(palette: Pick<Palette, 'sans' | 'serif'>, type: Pick<Type, 'size' | 'bold' | 'serif'>): string {
  return `${type.bold ? '600 ' : ''}${type.size}px ${type.serif ? palette.serif : palette.sans}`
}

/** How wide words are in the interface's typeface; remembered, for the same labels come with every frame. */
export function measureWith(palette: Pick<Palette, 'sans' | 'serif'>): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (words, size) => {
    const key = `${size} ${words}`
    let width = known.get(key)
    if (width === undefined) {
      if (context) context.font = fontOf(palette, { size })
      width = context ? context.measureText(words).width : words.length * size * 0.55
      known.set(key, width)
    }
    return width
  }
}
