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

/** A view part of the way (0–1) from one to another; the zoom goes by ratio, so that it feels even. */
export function between(one: View, other: View, way: number): View {
  const k = one.k * (other.k / one.k) ** way
  const share = other.k === one.k ? way : (k - one.k) / (other.k - one.k)
  return { k, x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share }
}
