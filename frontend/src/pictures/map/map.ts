/** The map: Equal Earth in SVG, circles by number of events, arcs for the selection. */

import type { Measure, Size } from '../../core/drawing/brush'
import { nearestTowards, stepTo, type Direction, type Point } from '../../core/drawing/direction'
import type { Palette } from '../../core/drawing/palette'
import { printView } from '../../core/drawing/view'
import type { Caption } from '../../core/drawing/sheet'
import { SvgBrush } from '../../core/drawing/svg'
import { outlinesOf, projectionFor, type Atlas } from '../../core/geography/atlas'
import { discsOf, markAt, paintLand, paintPlaces, type Disc, type MapScene } from '../../core/geography/paintMap'
import { stopsOf, type MapContent, type MapFilter, type MapPlace, type Stops } from '../../core/geography/places'
import { measureWith } from '../canvasBrush'
import { arrowOf, did, type Key, type Picture, type SightEvents } from '../picture'
import { pngOf, svgOf, type Exported } from '../sheets'
import { onTheme, paletteAt } from '../theme'
import { Viewport } from '../viewport'
import { fetchAtlas, type Detail } from './atlases'
import { MapLayers } from './layers'

export interface MapEvents extends SightEvents {
  /** The outlines of the world; places are shown without them too. */
  readonly onland: (state: 'busy' | 'done' | 'failed') => void
  /** Places with events that the map cannot show, whenever they change. */
  readonly onunplaced: (places: readonly MapPlace[]) => void
}

const WHOLE = { k: 1, x: 0, y: 0 }
const NEAR = 4
const NEAREST = 32
const STEP = 1.5

export class MapPicture implements Picture<MapContent, MapFilter> {
  private content: MapContent = { places: [], arcs: [] }
  private filter: MapFilter = { channels: null }
  private stops: Stops = { stops: [], unplaced: [] }
  private selected: string | null = null
  private atlas: Atlas | null = null
  private readonly asked = new Set<Detail>()
  private palette: Palette
  private measure: Measure
  private frame = 0
  private landSize: Size | null = null

  private readonly layers: MapLayers
  private readonly viewport: Viewport
  private readonly watcher: ResizeObserver
  private readonly ending = new AbortController()
  private readonly forgetTheme: () => void

  constructor(
    private readonly host: HTMLElement,
    private readonly events: MapEvents,
    private readonly options: { readonly locale: string; readonly view?: string | null },
  ) {
    this.palette = paletteAt(host)
    this.measure = measureWith(this.palette)
    this.layers = new MapLayers(host)
    this.viewport = new Viewport(this.layers.root, {
      least: 1,
      most: NEAREST,
      size: () => this.layers.size,
      onview: (_, moving) => this.moved(moving),
    })
    this.viewport.linked = options.view ?? null
    this.watcher = new ResizeObserver(() => (this.keepInSight(), this.redraw()))
    this.watcher.observe(host)
    this.forgetTheme = onTheme(() => this.restyle())
    const listen = { signal: this.ending.signal }
    this.layers.root.addEventListener('click', (event) => this.choose(this.idAt(event)), listen)
    this.layers.root.addEventListener('dblclick', (event) => this.opened(this.idAt(event)), listen)
    this.layers.root.addEventListener('pointermove', (event) => this.layers.point(this.idAt(event) !== null), listen)
    void this.load('coarse')
  }

  setData(content: MapContent): void {
    this.content = content
    this.restop()
  }

  setFilter(filter: MapFilter): void {
    this.filter = filter
    this.restop()
  }

  select(id: string | null): void {
    this.mark(id)
    this.keepInSight()
  }

  fit(): void {
    this.viewport.go(WHOLE)
  }

  press({ key, shiftKey }: Key): boolean {
    const arrow = arrowOf(key)
    if (arrow) return did(() => (shiftKey ? this.pan(arrow) : this.walk(arrow)))
    switch (key) {
      case 'f':
        return did(() => this.fit())
      case '+':
      case '=':
        return did(() => this.viewport.zoomBy(STEP, this.chosenDisc()))
      case '-':
        return did(() => this.viewport.zoomBy(1 / STEP, this.chosenDisc()))
      case 'Enter':
        return this.selected !== null && did(() => this.opened(this.selected))
      case 'Escape':
        return this.selected !== null && did(() => this.choose(null))
      default:
        return false
    }
  }

  toSVG(caption: Caption): string {
    return svgOf(this.exported(), caption)
  }

  toPNG(caption: Caption): Promise<Blob> {
    return pngOf(this.exported(), caption)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
    this.ending.abort()
    this.watcher.disconnect()
    this.forgetTheme()
    this.viewport.destroy()
    this.layers.destroy()
  }

  private exported(): Exported {
    return {
      host: this.host,
      size: this.layers.size,
      paint: (brush, palette, measure) => {
        const scene = this.scene(palette)
        brush.box({ x: 0, y: 0, ...scene.size }, { fill: palette.ground })
        paintLand(brush, outlinesOf(this.atlas, scene.projection, 1), palette)
        paintPlaces(brush, scene, palette, measure)
      },
    }
  }

  private async load(detail: Detail): Promise<void> {
    if (this.asked.has(detail)) return
    this.asked.add(detail)
    this.events.onland('busy')
    try {
      const atlas = await fetchAtlas(detail, this.ending.signal)
      if (detail === 'coarse' && this.asked.has('fine') && this.atlas) return
      this.atlas = atlas
      this.landSize = null
      this.restop()
      this.events.onland('done')
    } catch {
      this.asked.delete(detail)
      if (!this.ending.signal.aborted) this.events.onland('failed')
    }
  }

  private restop(): void {
    this.stops = stopsOf(this.content.places, this.filter, this.atlas?.middles ?? new Map())
    if (this.atlas) this.events.onunplaced(this.stops.unplaced)
    this.redraw()
  }

  private restyle(): void {
    this.palette = paletteAt(this.host)
    this.measure = measureWith(this.palette)
    this.landSize = null
    this.redraw()
  }

  private moved(moving: boolean): void {
    const { view } = this.viewport
    if (view.k > NEAR) void this.load('fine')
    if (!moving) this.events.onsight(printView(view, WHOLE, this.layers.size, this.unit))
    this.redraw()
  }

  /** Pixels of the whole map to the radius of the globe: places are named alike in windows of any size. */
  private get unit(): number {
    return projectionFor(this.layers.size).scale()
  }

  private redraw(): void {
    if (!this.frame) this.frame = requestAnimationFrame(() => this.draw())
  }

  private draw(): void {
    this.frame = 0
    this.drawLand()
    const scene = this.scene(this.palette)
    const brush = new SvgBrush(this.palette)
    paintPlaces(brush, scene, this.palette, this.measure)
    this.layers.setPlaces(brush.fragment())
    this.layers.setView(this.viewport.view)
  }

  /** Outlines are made anew only when the atlas, the size or the theme changed. */
  private drawLand(): void {
    const { size } = this.layers
    if (this.landSize?.width === size.width && this.landSize.height === size.height) return
    this.landSize = size
    this.viewport.keepWithin([
      [0, 0],
      [size.width, size.height],
    ])
    this.viewport.reopen(WHOLE, this.unit)
    const brush = new SvgBrush(this.palette)
    paintLand(brush, outlinesOf(this.atlas, projectionFor(size), 2), this.palette)
    this.layers.setLand(brush.fragment())
  }

  private scene(palette: Palette): MapScene {
    const { size } = this.layers
    const { channels } = this.filter
    const [only] = channels?.length === 1 ? channels : []
    return {
      stops: this.stops.stops,
      arcs: this.selected === null ? [] : this.content.arcs.filter((arc) => this.isShown(arc)),
      projection: projectionFor(size, this.viewport.view),
      size,
      selected: this.selected,
      locale: this.options.locale,
      color: only ? palette.channels[only] : palette.accent,
    }
  }

  /** The arcs of the chosen place, or the chosen arc. */
  private isShown(arc: MapContent['arcs'][number]): boolean {
    const passes = !this.filter.channels || this.filter.channels.includes(arc.channel)
    return passes && [arc.id, arc.from, arc.to].includes(this.selected ?? '')
  }

  private idAt(event: MouseEvent): string | null {
    const corner = this.layers.root.getBoundingClientRect()
    return markAt(this.scene(this.palette), { x: event.clientX - corner.left, y: event.clientY - corner.top })
  }

  private mark(id: string | null): void {
    this.selected = id
    this.redraw()
  }

  private chosenDisc(): Disc | null {
    if (this.selected === null) return null
    return discsOf(this.scene(this.palette)).find((one) => one.stop.place.id === this.selected) ?? null
  }

  /** What a link names stays as it is named. */
  private keepInSight(): void {
    const disc = this.viewport.linked ? null : this.chosenDisc()
    if (disc) this.bringIntoSight(disc)
  }

  private bringIntoSight({ x, y }: Point): void {
    const { width, height } = this.layers.size
    if (x < 0 || y < 0 || x > width || y > height) this.viewport.panBy(x - width / 2, y - height / 2)
  }

  private choose(id: string | null): void {
    this.mark(id)
    this.events.onselect(id)
  }

  private opened(id: string | null): void {
    if (id !== null) this.events.onopen(id)
  }

  private pan(direction: Direction): void {
    const { width, height } = this.layers.size
    const [right, down] = stepTo(direction, 1 / 5)
    this.viewport.panBy(right * width, down * height)
  }

  /** Go to the nearest circle in a direction, from nowhere to the largest. */
  private walk(direction: Direction): void {
    const discs = discsOf(this.scene(this.palette))
    const from = discs.find((disc) => disc.stop.place.id === this.selected)
    const next = from
      ? nearestTowards(
          from,
          direction,
          discs.map((disc) => [disc, disc] as const),
        )
      : discs[0]
    if (!next) return
    this.choose(next.stop.place.id)
    this.bringIntoSight(next)
  }
}
