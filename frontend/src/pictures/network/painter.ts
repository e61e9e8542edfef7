/** Draws a network on two canvases: edges below, in slices so that the page never stops, nodes and labels above. */

import type { Measure } from '../../core/drawing/brush'
import type { Palette } from '../../core/drawing/palette'
import { paintNodes } from '../../core/graph/paintNodes'
import { paintTies } from '../../core/graph/paintTies'
import type { Scene } from '../../core/graph/scene'
import { CanvasBrush, measureWith } from '../canvasBrush'
import type { Surface } from '../surface'
import { paletteAt } from '../theme'

/** Edges of the first slice, the strongest, and all that is drawn while a gesture goes on: 50 frames a second by CPU. */
const FIRST = 5000
/** Nodes drawn while a gesture goes on. */
const MOVING_NODES = 1500
/** Edges of each later slice: about a tenth of a second by CPU. */
const LATER = 15_000

const [EDGES, NODES] = [0, 1]

export class NetworkPainter {
  private palette: Palette
  private measure: Measure
  private frame = 0

  constructor(
    private readonly host: HTMLElement,
    private readonly surface: Surface,
  ) {
    this.palette = paletteAt(host)
    this.measure = measureWith(this.palette)
  }

  /** Read the tokens anew, after a change of theme or typeface. */
  restyle(): void {
    this.palette = paletteAt(this.host)
    this.measure = measureWith(this.palette)
  }

  /** Draw a scene; while `moving`, only its strongest edges. */
  paint(scene: Scene, moving: boolean): void {
    cancelAnimationFrame(this.frame)
    const edges = new CanvasBrush(this.surface.cleared(EDGES), this.palette)
    paintTies(edges, scene, this.palette, { from: 0, to: FIRST })
    const nodes = new CanvasBrush(this.surface.cleared(NODES), this.palette)
    paintNodes(nodes, scene, { palette: this.palette, measure: this.measure, most: moving ? MOVING_NODES : Infinity })
    if (!moving) this.later(scene, FIRST)
  }

  destroy(): void {
    cancelAnimationFrame(this.frame)
  }

  private later(scene: Scene, from: number): void {
    if (from >= scene.shown.edges.length) return
    this.frame = requestAnimationFrame(() => {
      const brush = new CanvasBrush(this.surface.context(EDGES), this.palette)
      paintTies(brush, scene, this.palette, { from, to: from + LATER })
      this.later(scene, from + LATER)
    })
  }
}
