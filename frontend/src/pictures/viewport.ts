/** Panning and zooming by pointer, wheel and touch (d3-zoom), and by steps for keys and buttons. */

import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomTransform } from 'd3-zoom'
import type { Size } from '../core/drawing/brush'
import type { Point } from '../core/drawing/direction'
import { between, parseView, type View } from '../core/drawing/view'
import { glide } from './motion'

export interface ViewportOptions {
  readonly least: number
  readonly most: number
  readonly size: () => Size
  /** Whether a press at this point of the element starts a pan; false where a mark is to be dragged. */
  readonly pans?: (event: MouseEvent | TouchEvent) => boolean
  /** `moving` is true while a gesture or a glide goes on; a last call says false. */
  readonly onview: (view: View, moving: boolean) => void
}

type Zoomable = HTMLElement | SVGSVGElement
type Zoomed = D3ZoomEvent<Zoomable, unknown>

export class Viewport {
  private readonly behaviour
  private stop: () => void = () => undefined
  /** Where a glide goes to, until it is there. */
  private heading: View | null = null
  private gliding = false
  /** What the link of the page names, until something else is shown. */
  linked: string | null = null

  constructor(
    private readonly element: Zoomable,
    private readonly options: ViewportOptions,
  ) {
    this.behaviour = zoom<Zoomable, unknown>()
      .scaleExtent([options.least, options.most])
      .extent(() => [
        [0, 0],
        [options.size().width, options.size().height],
      ])
      .clickDistance(4)
      .filter((event: MouseEvent) => event.type === 'wheel' || (!event.button && (options.pans?.(event) ?? true)))
      .on('start', (event: Zoomed) => event.sourceEvent && this.halt())
      .on('zoom', (event: Zoomed) => {
        this.linked = null
        options.onview(plain(event.transform), this.gliding || Boolean(event.sourceEvent))
      })
      .on('end', (event: Zoomed) => event.sourceEvent && options.onview(plain(event.transform), false))
    select(element).call(this.behaviour).on('dblclick.zoom', null)
  }

  get view(): View {
    return plain(zoomTransform(this.element))
  }

  /** The view that stands when all gliding has ended. */
  get target(): View {
    return this.heading ?? this.view
  }

  /** Show a view at once. */
  show(view: View): void {
    this.halt()
    this.put(view)
  }

  /** Show what the link names: at first, and again whenever the size changed; false where that is past. */
  reopen(whole: View, unit?: number): boolean {
    const { linked } = this
    const view = linked && parseView(linked, whole, this.options.size(), unit)
    if (view) this.show(view)
    if (view) this.linked = linked
    return Boolean(view)
  }

  /** Glide to a view; at once where the reader wants less motion. */
  go(view: View): void {
    this.stop()
    const start = this.view
    this.heading = view
    this.stop = glide((way) => {
      this.gliding = way < 1
      if (!this.gliding) this.heading = null
      this.put(between(start, view, way))
    })
  }

  /** Zoom in (above 1) or out around a point of the screen; around the middle where none is given or it is out of sight. */
  zoomBy(factor: number, around: Point | null = null): void {
    const { width, height } = this.options.size()
    const { k, x, y } = this.view
    const isSeen = around && around.x >= 0 && around.y >= 0 && around.x <= width && around.y <= height
    const still = isSeen ? around : { x: width / 2, y: height / 2 }
    const [least, most] = this.behaviour.scaleExtent()
    const next = Math.max(least, Math.min(most, k * factor))
    const ratio = next / k
    this.go({ k: next, x: still.x - (still.x - x) * ratio, y: still.y - (still.y - y) * ratio })
  }

  panBy(right: number, down: number): void {
    const { k, x, y } = this.view
    this.go({ k, x: x - right, y: y - down })
  }

  /** Enlarge so many times at the most from now on. */
  zoomAtMost(most: number): void {
    this.behaviour.scaleExtent([this.options.least, most])
  }

  /** The edges of the plane that stay in sight. */
  keepWithin(edges: [[number, number], [number, number]]): void {
    this.behaviour.translateExtent(edges)
  }

  destroy(): void {
    this.stop()
    select(this.element).on('.zoom', null)
  }

  private halt(): void {
    this.stop()
    this.gliding = false
    this.heading = null
  }

  /** Steps keep within the same edges as gestures. */
  private put(view: View): void {
    const { behaviour, options } = this
    const { width, height } = options.size()
    const wanted = zoomIdentity.translate(view.x, view.y).scale(view.k)
    const kept = behaviour.constrain()(
      wanted,
      [
        [0, 0],
        [width, height],
      ],
      behaviour.translateExtent(),
    )
    select(this.element).call(behaviour.transform, kept)
  }
}

function plain({ k, x, y }: ZoomTransform): View {
  return { k, x, y }
}
