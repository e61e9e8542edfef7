/** Canvases laid over each other that fill their host, sharp on any screen and hidden from screen readers. */

import type { Size } from '../core/drawing/brush'

export class Surface {
  readonly layers: readonly HTMLCanvasElement[]
  private readonly watcher: ResizeObserver
  private frame = 0
  private known: Size

  /** `draw` is called before the next frame after each `redraw()` and each change of size, of which `onresize` is told first, with the size before. */
  constructor(
    private readonly host: HTMLElement,
    layers: number,
    private readonly draw: () => void,
    private readonly onresize: (before: Size) => void,
  ) {
    this.layers = Array.from({ length: layers }, () => layer(host))
    this.known = sizeOf(host)
    this.resize()
    this.watcher = new ResizeObserver(() => this.resized())
    this.watcher.observe(host)
  }

  get size(): Size {
    return this.known
  }

  /** The uppermost canvas, which takes the pointer. */
  get top(): HTMLCanvasElement {
    const top = this.layers.at(-1)
    if (!top) throw new Error('a surface needs a layer')
    return top
  }

  redraw(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.drawNow())
  }

  drawNow(): void {
    cancelAnimationFrame(this.frame)
    this.frame = 0
    this.draw()
  }

  /** A layer's context, emptied, in CSS pixels. */
  cleared(layer: number): CanvasRenderingContext2D {
    const context = this.context(layer)
    context.clearRect(0, 0, this.known.width, this.known.height)
    return context
  }

  /** A layer's context as it stands, in CSS pixels. */
  context(layer: number): CanvasRenderingContext2D {
    const context = this.layers[layer]?.getContext('2d')
    if (!context) throw new Error('this browser draws no canvas')
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
    return context
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.watcher.disconnect()
    for (const canvas of this.layers) canvas.remove()
  }

  private resized(): void {
    const size = sizeOf(this.host)
    const before = this.known
    if (size.width === before.width && size.height === before.height) return
    this.known = size
    this.resize()
    this.onresize(before)
    this.redraw()
  }

  private resize(): void {
    for (const canvas of this.layers) {
      canvas.width = Math.round(this.known.width * devicePixelRatio)
      canvas.height = Math.round(this.known.height * devicePixelRatio)
    }
  }
}

function layer(host: HTMLElement): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  canvas.setAttribute('aria-hidden', 'true')
  Object.assign(canvas.style, { position: 'absolute', inset: '0', width: '100%', height: '100%', touchAction: 'none' })
  host.append(canvas)
  return canvas
}

function sizeOf(host: HTMLElement): Size {
  return { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) }
}
