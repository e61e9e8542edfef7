/** A brush that writes SVG: presentation attributes only, no style, so that a strict content policy shows it too. */

import type { Box, Brush, Paint, Size, Stroke, Type } from './brush'
import type { Palette } from './palette'

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export class SvgBrush implements Brush {
  private readonly parts: string[] = []
  private clips = 0

  constructor(private readonly palette: Pick<Palette, 'sans' | 'serif'>) {}

  lines(ends: ArrayLike<number>, stroke: Stroke): void {
    let path = ''
    for (let at = 0; at + 3 < ends.length; at += 4)
      path += `M${figure(ends[at])} ${figure(ends[at + 1])}L${figure(ends[at + 2])} ${figure(ends[at + 3])}`
    if (path) this.shape(path, { stroke })
  }

  polygon(corners: ArrayLike<number>, paint: Paint): void {
    const points = Array.from({ length: corners.length }, (_, at) => figure(corners[at])).join(' ')
    this.parts.push(`<polygon points="${points}"${painted(paint)}/>`)
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.parts.push(`<circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(radius)}"${painted(paint)}/>`)
  }

  box(box: Box, paint: Paint): void {
    this.parts.push(`<rect${measures(box)}${painted(paint)}/>`)
  }

  shape(path: string, paint: Paint): void {
    this.parts.push(`<path d="${path}"${painted(paint)}/>`)
  }

  text(x: number, y: number, words: string, type: Type): void {
    const family = type.serif ? this.palette.serif : this.palette.sans
    const halo = type.halo
      ? ` stroke="${escaped(type.halo)}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
      : ''
    const place = ` x="${figure(x)}" y="${figure(y)}" dominant-baseline="central" text-anchor="${type.anchor ?? 'start'}"`
    const face = ` font-family="${escaped(family)}" font-size="${type.size}"${type.bold ? ' font-weight="600"' : ''}`
    this.parts.push(`<text${place}${face} fill="${escaped(type.color)}"${halo}>${escaped(words)}</text>`)
  }

  inside(box: Box, draw: () => void): void {
    const id = `clip${++this.clips}`
    const frame = measures({ x: 0, y: 0, width: box.width, height: box.height })
    this.parts.push(`<clipPath id="${id}"><rect${frame}/></clipPath>`)
    this.parts.push(`<g transform="translate(${figure(box.x)} ${figure(box.y)})"><g clip-path="url(#${id})">`)
    draw()
    this.parts.push('</g></g>')
  }

  /** What was drawn, for the inside of an `<svg>` or `<g>`. */
  fragment(): string {
    return this.parts.join('\n')
  }

  /** What was drawn as a file of its own. */
  document(size: Size, title: string): string {
    const { width, height } = size
    const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`
    return `${head}\n<title>${escaped(title)}</title>\n${this.fragment()}\n</svg>\n`
  }
}

/** A number with at most two decimals. */
function figure(value: number | undefined): string {
  return String(Math.round((value ?? 0) * 100) / 100)
}

/** Text safe within SVG, without the control characters that XML refuses. */
function escaped(words: string): string {
  return words
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

function measures(box: Box): string {
  return ` x="${figure(box.x)}" y="${figure(box.y)}" width="${figure(box.width)}" height="${figure(box.height)}"`
}

function painted(paint: Paint): string {
  const fill = ` fill="${escaped(paint.fill ?? 'none')}"`
  const faint = paint.fill && paint.alpha !== undefined ? ` fill-opacity="${paint.alpha}"` : ''
  return fill + faint + (paint.stroke ? stroked(paint.stroke) : '')
}

function stroked(stroke: Stroke): string {
  const faint = stroke.alpha !== undefined ? ` stroke-opacity="${figure(stroke.alpha)}"` : ''
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.join(' ')}"` : ''
  return ` stroke="${escaped(stroke.color)}" stroke-width="${figure(stroke.width)}"${faint}${dash}`
}
