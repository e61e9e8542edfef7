/** The part of a plane that a picture shows: screen = plane × k + (x, y), as d3-zoom counts. */

import type { Size } from './brush'

export interface View {
  readonly k: number
  readonly x: number
  readonly y: number
}

export interface Bounds {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The view that shows all bounds in the middle, with a margin in pixels, enlarged `most` times at the most. */
export function fitted(bounds: Bounds, size: Size, margin: number, most: number): View {
  const width = Math.max(1, bounds.right - bounds.left)
  const height = Math.max(1, bounds.bottom - bounds.top)
  const room = { width: Math.max(20, size.width - 2 * margin), height: Math.max(20, size.height - 2 * margin) }
  const k = Math.min(most, room.width / width, room.height / height)
  return {
    k,
    x: size.width / 2 - (k * (bounds.left + bounds.right)) / 2,
    y: size.height / 2 - (k * (bounds.top + bounds.bottom)) / 2,
  }
}

/** Whether two views show the same to the eye: what a glide ends in differs by its rounding. */
export function isSame(one: View, other: View): boolean {
  return Math.abs(one.k / other.k - 1) < 1e-6 && Math.hypot(one.x - other.x, one.y - other.y) < 0.1
}

/** A view as a link carries it: how much nearer than the whole, and how far off its middle, in units of the plane; null for the whole. */
export function printView(view: View, whole: View, size: Size, unit = 1): string | null {
  if (isSame(view, whole)) return null
  const [at, from] = [middleOf(view, size), middleOf(whole, size)]
  return [view.k / whole.k, (at.x - from.x) / unit, (at.y - from.y) / unit].map((one) => Number(one.toFixed(4))).join()
}

/** The view that a link names; null where it names none. */
export function parseView(link: string, whole: View, size: Size, unit = 1): View | null {
  const [zoom = 0, right = 0, down = NaN] = link.split(',').map(Number)
  const k = zoom * whole.k
  const { x, y } = middleOf(whole, size)
  const view = { k, x: size.width / 2 - k * (x + right * unit), y: size.height / 2 - k * (y + down * unit) }
  return k > 0 && Number.isFinite(view.x + view.y) ? view : null
}

/** What of the plane lies in the middle of the screen. */
function middleOf({ k, x, y }: View, { width, height }: Size): { readonly x: number; readonly y: number } {
  return { x: (width / 2 - x) / k, y: (height / 2 - y) / k }
}

/** A view part of the way (0–1) from one to another; the zoom goes by ratio, so that it feels even. */
export function between(one: View, other: View, way: number): View {
  const k = one.k * (other.k / one.k) ** way
  const share = other.k === one.k ? way : (k - one.k) / (other.k - one.k)
  return { k, x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share }
}
