/** The network: a canvas drawn by CPU, the same on every machine, walked by arrows, laid out in a worker. */

import { EVERYTHING, type Network, type NetworkFilter, type Place } from '../../core/graph/network'
import { paintNodes } from '../../core/graph/paintNodes'
import { paintTies } from '../../core/graph/paintTies'
import { boundsOf, litBy, type Scene } from '../../core/graph/scene'
import { placesOf, shownOf, tiesOf, type Shown, type Ties } from '../../core/graph/ties'
import { unplaced } from '../../core/graph/unplaced'
import { firstNode, neighbourTowards, spotOf } from '../../core/graph/walk'
import { stepTo, type Direction, type Point } from '../../core/drawing/direction'
import type { Caption } from '../../core/drawing/sheet'
import { fitted, isSame, printView, type View } from '../../core/drawing/view'
import type { Key, Picture, SightEvents } from '../picture'
import { pngOf, svgOf, type Exported } from '../sheets'
import { Surface } from '../surface'
import { onTheme } from '../theme'
import { Viewport } from '../viewport'
import { pressed, type NetworkVerbs } from './keys'
import { Layouts } from './layouts'
import { NetworkPainter } from './painter'
import { followPointer } from './pointer'

export interface NetworkEvents extends SightEvents {
  readonly onexpand: (id: string) => void
  readonly onhide: (id: string) => void
  readonly onpin: (id: string, pinned: boolean) => void
  /** `done` is when `places()` is worth keeping. */
  readonly onlayout: (state: 'busy' | 'done' | 'failed') => void
}

const MARGIN = 56
const LARGEST_FIT = 1.6
const NUDGE = 12

export class NetworkPicture implements Picture<Network, NetworkFilter> {
  private ties: Ties = tiesOf({ nodes: [], edges: [] })
  /** The ties that are being laid out; drawn when their places come. */
  private coming: Ties = this.ties
  private filter: NetworkFilter = EVERYTHING
  private shown: Shown = shownOf(this.ties, EVERYTHING)
  private found = new Float32Array()
  private hidden: ReadonlySet<string> = new Set()
  private emphasis: ReadonlySet<string> = new Set()
  private readonly pinned = new Set<string>()
  private selected: string | null = null
  private active: number | null = null
  private moving = false
  /** The view in which all was fitted last. */
  private whole: View | null = null

  private readonly surface: Surface
  private readonly viewport: Viewport
  private readonly painter: NetworkPainter
  private readonly layouts: Layouts
  private readonly forget: (() => void)[]

  constructor(
    private readonly host: HTMLElement,
    private readonly events: NetworkEvents,
    view: string | null = null,
  ) {
    this.surface = new Surface(host, 2, () => this.painter.paint(this.scene(), this.moving), () => this.resized())
    this.painter = new NetworkPainter(host, this.surface)
    this.layouts = new Layouts((places, isRough) => this.laidOut(places, isRough), () => events.onlayout('failed'))
    const pointer = followPointer(this.surface.top, {
      scene: () => this.scene(),
      choose: (id) => this.choose(id),
      open: (id) => events.onopen(id),
      drag: (node, place) => this.place(node, place),
    })
    const size = () => this.surface.size
    const onview = (_: View, moving: boolean) => this.viewChanged(moving)
    this.viewport = new Viewport(this.surface.top, { least: 0.02, most: 12, size, pans: pointer.pans, onview })
    this.viewport.linked = view
    const forgetTheme = onTheme(() => (this.painter.restyle(), this.surface.redraw()))
    this.forget = [pointer.destroy, forgetTheme]
  }

  /** Pinned nodes stay; so do all that the network gives places for. */
  setData(network: Network): void {
    const kept = Object.fromEntries(Object.entries(this.places()).filter(([id]) => this.pinned.has(id)))
    this.coming = tiesOf(network)
    this.events.onlayout('busy')
    this.layouts.ask(unplaced(this.coming, { ...network.places, ...kept }))
  }

  setFilter(filter: NetworkFilter): void {
    this.filter = filter
    this.refilter()
  }

  /** Leave nodes out of the picture, without a new layout. */
  setHidden(ids: ReadonlySet<string>): void {
    this.hidden = ids
    this.refilter()
  }

  /** Let nodes and edges stand out beside the selection, such as a path between two. */
  setEmphasis(ids: ReadonlySet<string>): void {
    this.emphasis = ids
    this.surface.redraw()
  }

  /** Hold a node where it stands through later layouts, or let it go. */
  setPinned(id: string, pinned: boolean): void {
    if (pinned) this.pinned.add(id)
    else this.pinned.delete(id)
    this.surface.redraw()
  }

  select(id: string | null): void {
    this.mark(id)
    const node = id === null ? undefined : this.ties.number.get(id)
    if (node !== undefined && !this.viewport.linked) this.bringIntoSight(node)
  }

  /** Where everything stands, to be stored with the case or given back with an expanded network. */
  places(): Record<string, Place> {
    return placesOf(this.ties, this.found)
  }

  fit(): void {
    this.viewport.go((this.whole = this.fittedView()))
  }

  press(key: Key): boolean {
    return pressed(key, this.verbs)
  }

  toSVG(caption: Caption): string {
    return svgOf(this.exported(), caption)
  }

  toPNG(caption: Caption): Promise<Blob> {
    return pngOf(this.exported(), caption)
  }

  destroy(): void {
    for (const forget of this.forget) forget()
    this.layouts.destroy()
    this.viewport.destroy()
    this.painter.destroy()
    this.surface.destroy()
  }

  private exported(): Exported {
    const scene = { ...this.scene(), active: null }
    return {
      host: this.host,
      size: scene.size,
      paint: (brush, palette, measure) => {
        brush.box({ x: 0, y: 0, ...scene.size }, { fill: palette.panel })
        paintTies(brush, scene, palette, { from: 0, to: Infinity, isDashed: true })
        paintNodes(brush, scene, { palette, measure, most: Infinity })
      },
    }
  }

  private laidOut(places: Float32Array<ArrayBuffer>, isRough: boolean): void {
    const first = !this.ties.nodes.length
    // Who went nearer while the rough layout was shown stays there.
    if (this.ties === this.coming) this.viewport.linked ??= this.sight
    const walked = this.idOf(this.active)
    this.ties = this.coming
    this.found = places
    this.shown = shownOf(this.ties, this.filter, this.hidden)
    this.active = walked === null ? null : (this.ties.number.get(walked) ?? null)
    this.mark(this.selected)
    if (!this.viewport.reopen(this.fittedView())) (first ? this.showWhole : this.fit).call(this)
    if (!isRough) this.events.onlayout('done')
  }

  private refilter(): void {
    this.shown = shownOf(this.ties, this.filter, this.hidden)
    this.viewChanged(this.moving)
  }

  private fittedView() {
    return fitted(boundsOf(this.shown, this.found), this.surface.size, MARGIN, LARGEST_FIT)
  }

  private get sight(): string | null {
    return printView(this.viewport.view, this.fittedView(), this.surface.size)
  }

  private showWhole(): void {
    this.viewport.show((this.whole = this.fittedView()))
  }

  /** What was seen whole stays so beside an opened drawer; else the mark that is walked stays in sight. */
  private resized(): void {
    const { whole, viewport } = this
    if (viewport.reopen(this.fittedView())) return
    if (whole && isSame(whole, viewport.target)) this.showWhole()
    else if (this.walked !== null) this.bringIntoSight(this.walked)
  }

  private viewChanged(moving: boolean): void {
    this.moving = moving
    if (!moving && this.ties.nodes.length && !this.viewport.linked) this.events.onsight(this.sight)
    this.surface.redraw()
  }

  /** A chosen node becomes the active one; beside a chosen edge, and when the choice is dropped, the last one stays it. */
  private mark(id: string | null): void {
    this.selected = id
    if (id !== null) this.active = this.ties.number.get(id) ?? this.active
    this.surface.redraw()
  }

  private choose(id: string | null): void {
    this.mark(id)
    this.events.onselect(id)
  }

  /** Go to the nearest neighbour in a direction, from nowhere to the first in rank. */
  private walk(direction: Direction): void {
    const from = this.walked
    const next =
      from === null ? firstNode(this.shown) : neighbourTowards(this.ties, this.shown, this.found, { from, direction })
    const id = this.idOf(next)
    if (next === null || id === null) return
    this.choose(id)
    this.bringIntoSight(next)
  }

  private bringIntoSight(node: number): void {
    const { width, height } = this.surface.size
    const { x, y } = this.spotOf(node)
    if (x < MARGIN || y < MARGIN || x > width - MARGIN || y > height - MARGIN)
      this.viewport.panBy(x - width / 2, y - height / 2)
  }

  /** Where a node stands on the screen. */
  private spotOf(node: number): Point {
    return spotOf(this.found, node, this.viewport.view)
  }

  /** The active node, unless it is hidden for now. */
  private get walked(): number | null {
    return this.active !== null && this.shown.nodes[this.active] ? this.active : null
  }

  private idOf(node: number | null): string | null {
    return node === null ? null : (this.ties.nodes[node]?.id ?? null)
  }

  /** The way to move a node without dragging it. */
  private nudge(direction: Direction): void {
    if (this.active === null) return
    const [right, down] = stepTo(direction, NUDGE / this.viewport.view.k)
    const [x, y] = [this.found[2 * this.active] ?? 0, this.found[2 * this.active + 1] ?? 0]
    this.place(this.active, [x + right, y + down])
  }

  /** Put a node somewhere, and pin it there. */
  private place(node: number, [x, y]: Place): void {
    const id = this.idOf(node)
    if (id === null) return
    this.found[2 * node] = x
    this.found[2 * node + 1] = y
    if (!this.pinned.has(id)) this.events.onpin(id, true)
    this.setPinned(id, true)
  }

  private hide(id: string): void {
    this.setHidden(new Set([...this.hidden, id]))
    this.mark(null)
    this.events.onhide(id)
  }

  private togglePin(id: string): void {
    const pinned = !this.pinned.has(id)
    this.setPinned(id, pinned)
    this.events.onpin(id, pinned)
  }

  private readonly verbs: NetworkVerbs = {
    walk: (direction) => this.walk(direction),
    nudge: (direction) => this.nudge(direction),
    fit: () => this.fit(),
    zoomBy: (factor) => this.viewport.zoomBy(factor, this.walked === null ? null : this.spotOf(this.walked)),
    active: () => this.idOf(this.walked),
    expand: (id) => this.events.onexpand(id),
    hide: (id) => this.hide(id),
    togglePin: (id) => this.togglePin(id),
    selected: () => this.selected,
    open: (id) => this.events.onopen(id),
    drop: () => this.choose(null),
  }

  private scene(): Scene {
    const { ties, shown, found, walked: active, pinned } = this
    const ids = this.selected === null ? this.emphasis : new Set([...this.emphasis, this.selected])
    const selected = this.selected === null ? null : (ties.number.get(this.selected) ?? null)
    const lit = litBy(ties, shown, ids)
    const [view, size] = [this.viewport.view, this.surface.size]
    return { ties, shown, places: found, view, size, lit, active, selected, pinned }
  }
}
