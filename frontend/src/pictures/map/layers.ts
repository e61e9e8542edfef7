/** The live SVG of the map: land that is moved by a transform, and marks that are drawn anew over it. */

import type { Size } from '../../core/drawing/brush'
import type { View } from '../../core/drawing/view'

const SVG = 'http://www.w3.org/2000/svg'

export class MapLayers {
  readonly root: SVGSVGElement
  private readonly land: SVGGElement
  private readonly places: SVGGElement

  constructor(host: HTMLElement) {
    this.root = document.createElementNS(SVG, 'svg')
    this.root.setAttribute('aria-hidden', 'true')
    Object.assign(this.root.style, {
      position: 'absolute',
      inset: '0',
      width: '100%',
      height: '100%',
      touchAction: 'none',
    })
    this.land = document.createElementNS(SVG, 'g')
    this.places = document.createElementNS(SVG, 'g')
    this.root.append(this.land, this.places)
    host.append(this.root)
  }

  /** Draw the land as seen by the view `k` 1, x 0, y 0. Its lines keep their width however near the reader comes. */
  setLand(fragment: string): void {
    this.land.replaceChildren(...parsed(fragment))
    for (const shape of this.land.children) shape.setAttribute('vector-effect', 'non-scaling-stroke')
  }

  setPlaces(fragment: string): void {
    this.places.replaceChildren(...parsed(fragment))
  }

  setView({ k, x, y }: View): void {
    this.land.setAttribute('transform', `translate(${x} ${y}) scale(${k})`)
  }

  /** Show by the cursor that a mark can be chosen. */
  point(onMark: boolean): void {
    this.root.style.cursor = onMark ? 'pointer' : ''
  }

  get size(): Size {
    return { width: Math.max(1, this.root.clientWidth), height: Math.max(1, this.root.clientHeight) }
  }

  destroy(): void {
    this.root.remove()
  }
}

/** Elements written as SVG; the writer escapes all words. */
function parsed(fragment: string): Element[] {
  const parts = new DOMParser().parseFromString(`<svg xmlns="${SVG}">${fragment}</svg>`, 'image/svg+xml')
  return [...parts.documentElement.children].map((part) => document.importNode(part, true))
}
