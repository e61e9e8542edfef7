/** The timeline: lanes on a canvas, in step with the list of events that the page shows below. */

import type { Measure, Size } from '../../core/drawing/brush'
import type { Palette } from '../../core/drawing/palette'
import type { Caption } from '../../core/drawing/sheet'
import type { View } from '../../core/drawing/view'
import { barAt, densityAt, frameOf, type Frame } from '../../core/lanes/frame'
import { DAY_MS, dayOf, extentOf, passesLanes, spansOf, stepOf, type Lanes, type LanesFilter, type Span } from '../../core/lanes/lanes'
import { daysWithin, runningIn, xOf, type Bar, type Density, type TimeScale } from '../../core/lanes/pack'
import { paintLanes, windowOf, type LanesScene } from '../../core/lanes/paintLanes'
import { CanvasBrush, measureWith } from '../canvasBrush'
import { arrowOf, did, type Key, type Picture, type PictureEvents } from '../picture'
import { pngOf, svgOf, type Exported } from '../sheets'
import { Surface } from '../surface'
import { onTheme, paletteAt } from '../theme'
import { Viewport } from '../viewport'
import { Packing } from './packing'

export interface TimelineEvents extends PictureEvents {
  /** First and last day in sight, after every move. */
  readonly onwindow: (first: string, last: string) => void
}

export interface TimelineOptions {
  readonly locale: string
  /** The time that an empty timeline shows the year of, in milliseconds since 1970. */
  readonly now: number
}

const [MARGIN, WIDEST_DAY, STEP] = [24, 70, 1.5]

export class TimelinePicture implements Picture<Lanes, LanesFilter> {
  private content: Lanes = { lanes: [], items: [] }
  private filter: LanesFilter = { channels: null, confirmedOnly: false }
  private extent: readonly [number, number]
  private spans: readonly Span[] = []
  private selected: string | null = null
  private palette: Palette
  private measure: Measure
  private readonly packing = new Packing()

  private readonly surface: Surface
  private readonly viewport: Viewport
  private readonly ending = new AbortController()
  private readonly forgetTheme: () => void

  constructor(
    private readonly host: HTMLElement,
    private readonly events: TimelineEvents,
    private readonly options: TimelineOptions,
  ) {
    this.extent = extentOf([], options.now)
    this.palette = paletteAt(host)
    this.measure = measureWith(this.palette)
    this.surface = new Surface(host, 1, () => this.draw(), (before) => this.resized(before))
    this.viewport = new Viewport(this.surface.top, {
      least: 0.8,
      most: 1,
      size: () => this.surface.size,
      onview: () => this.moved(),
    })
    this.forgetTheme = onTheme(() => this.restyle())
    const listen = { signal: this.ending.signal }
    this.surface.top.addEventListener('click', (event) => this.clicked(event.offsetX, event.offsetY), listen)
    this.surface.top.addEventListener('dblclick', (event) => this.opened(event.offsetX, event.offsetY), listen)
    this.surface.top.addEventListener('pointermove', (event) => this.hovered(event.offsetX, event.offsetY), listen)
  }

  setData(content: Lanes): void {
    this.content = content
    this.extent = extentOf(content.items, this.options.now)
    this.refilter()
    this.fence()
    this.viewport.show(this.wholeView())
  }

  setFilter(filter: LanesFilter): void {
    this.filter = filter
    this.refilter()
  }

  select(id: string | null): void {
    this.mark(id)
    this.keepInSight()
  }

  fit(): void {
    this.viewport.go(this.wholeView())
  }

  /** Show the days from one to another, given as `YYYY-MM-DD`, with some room aside; null is where the marks begin or end. */
  showWindow(first: string | null, last: string | null, margin = MARGIN): void {
    const [start, end] = [first === null ? this.extent[0] : Date.parse(first), last === null ? this.extent[1] : Date.parse(last) + DAY_MS]
    this.viewport.go(this.viewOf(start, Math.max(start + DAY_MS, end), margin))
  }

  press({ key }: Key): boolean {
    const far = this.surface.size.width / 5
    const arrow = arrowOf(key)
    if (arrow === 'left' || arrow === 'right') return did(() => this.viewport.panBy(arrow === 'left' ? -far : far, 0))
    switch (key) {
      case '+':
        return did(() => this.zoomBy(STEP))
      case '-':
        return did(() => this.zoomBy(1 / STEP))
      case 'Home':
        return did(() => this.panTo(this.extent[0], MARGIN))
      case 'End':
        return did(() => this.panTo(this.extent[1], this.surface.size.width - MARGIN))
      case 'f':
        return did(() => this.fit())
      default:
        return this.pressOnItem(key)
    }
  }

  toSVG(caption: Caption): string {
    return svgOf(this.exported(), caption)
  }

  toPNG(caption: Caption): Promise<Blob> {
    return pngOf(this.exported(), caption)
  }

  destroy(): void {
    this.ending.abort()
    this.forgetTheme()
    this.viewport.destroy()
    this.surface.destroy()
  }

  private exported(): Exported {
    const scene = this.scene()
    return {
      host: this.host,
      size: scene.frame.size,
      paint: (brush, palette) => {
        brush.box({ x: 0, y: 0, ...scene.frame.size }, { fill: palette.panel })
        paintLanes(brush, scene, palette)
      },
    }
  }

  private draw(): void {
    this.fence()
    paintLanes(new CanvasBrush(this.surface.cleared(0), this.palette), this.scene(), this.palette)
  }

  /** No nearer than to days, no farther aside than half a screen from the first and last item. */
  private fence(): void {
    const { width } = this.surface.size
    this.viewport.zoomAtMost(Math.max(1, WIDEST_DAY / DAY_MS / this.base))
    this.viewport.keepWithin([
      [-width / 2, -Infinity],
      [width * 1.5, Infinity],
    ])
  }

  private restyle(): void {
    this.palette = paletteAt(this.host)
    this.measure = measureWith(this.palette)
    this.packing.forget()
    this.surface.redraw()
  }

  private refilter(): void {
    const items = this.content.items.filter((item) => passesLanes(item, this.filter))
    this.spans = spansOf(items, this.extent)
    this.surface.redraw()
  }

  private moved(): void {
    this.surface.redraw()
    const [first, last] = windowOf({ scale: this.scale(), shift: this.viewport.view.x, frame: this.frame() })
    this.events.onwindow(dayOf(first), dayOf(last - 1))
  }

  /** Pixels for a millisecond when everything is in sight. */
  private get base(): number {
    return Math.max(1, this.surface.size.width - 2 * MARGIN) / (this.extent[1] - this.extent[0])
  }

  private scale(): TimeScale {
    return { origin: this.extent[0], k: this.base * this.viewport.view.k }
  }

  private frame(): Frame {
    return frameOf(this.surface.size, this.content.lanes.length)
  }

  private scene(): LanesScene {
    const [scale, frame, shift] = [this.scale(), this.frame(), this.viewport.view.x]
    const { selected, measure } = this
    const { lanes } = this.content
    const packed = this.packing.of(lanes, this.spans, { scale, rows: frame.rows, measure })
    return { lanes, packed, frame, scale, shift, selected, measure, locale: this.options.locale }
  }

  private wholeView(): View {
    return { k: 1, x: MARGIN, y: 0 }
  }

  private viewOf(start: number, end: number, margin = MARGIN): View {
    const room = Math.max(1, this.surface.size.width - 2 * margin)
    const k = Math.min(room / Math.max(DAY_MS, end - start), WIDEST_DAY / DAY_MS) / this.base
    const middle = ((start + end) / 2 - this.extent[0]) * this.base * k
    return { k, x: this.surface.size.width / 2 - middle, y: 0 }
  }

  /** Keep the zoom, and bring a time to a place on the screen. */
  private panTo(time: number, x: number): void {
    const { k } = this.viewport.view
    this.viewport.go({ k, x: x - xOf(this.scale(), time), y: 0 })
  }

  private clicked(x: number, y: number): void {
    const { bar, density } = this.under(x, y)
    if (density && density.spans.length > 1) this.lookInto(density)
    else this.choose((bar?.span ?? density?.spans[0])?.item.id ?? null)
  }

  /** The bar at a point, else the mark. */
  private under(x: number, y: number): { bar: Bar | null; density: Density | null } {
    const scene = this.scene()
    const spot = { x, y, shift: scene.shift }
    const bar = barAt(scene.packed, scene.frame, spot)
    const marks = [...runningIn(scene.packed, scene.scale, -scene.shift), ...scene.packed.densities]
    return { bar, density: bar ? null : densityAt(marks, scene.frame, spot) }
  }

  private hovered(x: number, y: number): void {
    const { bar, density } = this.under(x, y)
    this.surface.top.style.cursor = bar || density ? 'pointer' : ''
  }

  /** Zoom to the items that found no row; those of one day stay together and are in the page's list. */
  private lookInto(density: Density): void {
    this.viewport.go(this.viewOf(...daysWithin(density)))
  }

  private opened(x: number, y: number): void {
    const { bar } = this.under(x, y)
    if (bar) this.events.onopen(bar.span.item.id)
  }

  private mark(id: string | null): void {
    this.selected = id
    this.surface.redraw()
  }

  private chosenSpan(): Span | undefined {
    return this.selected === null ? undefined : this.spans.find((one) => one.item.id === this.selected)
  }

  private keepInSight(): void {
    const span = this.chosenSpan()
    if (span) this.bringIntoSight(span)
  }

  /** Beside an opened drawer the same days stay in sight, as far as there is room. */
  private resized(before: Size): void {
    const { k, x, y } = this.viewport.target
    const ratio = (this.surface.size.width - 2 * MARGIN) / Math.max(1, before.width - 2 * MARGIN)
    this.viewport.show({ k, x: x === MARGIN ? x : x * ratio, y })
    this.keepInSight()
  }

  /** What is chosen stays where it stands. */
  private zoomBy(factor: number): void {
    const span = this.chosenSpan()
    const x = span && xOf(this.scale(), span.start) + this.viewport.view.x
    this.viewport.zoomBy(factor, x === undefined ? null : { x, y: 0 })
  }

  private bringIntoSight(span: Span): void {
    const [first, last] = windowOf(this.scene())
    if (span.end < first || span.start > last) this.panTo(span.start, this.surface.size.width / 2)
  }

  private choose(id: string | null): void {
    this.mark(id)
    this.events.onselect(id)
  }

  private pressOnItem(key: string): boolean {
    if (key === 'j' || key === 'k') return this.step(key === 'j' ? 1 : -1)
    if (this.selected === null) return false
    if (key === 'Enter') return did(() => this.events.onopen(this.selected ?? ''))
    return key === 'Escape' && did(() => this.choose(null))
  }

  /** Choose the next or previous item in time, from nowhere the first in sight. */
  private step(way: 1 | -1): boolean {
    const [first] = windowOf(this.scene())
    const next = stepOf(this.spans, { from: this.selected, way, first })
    if (next) this.choose(next.item.id)
    if (next) this.bringIntoSight(next)
    return true
  }
}
