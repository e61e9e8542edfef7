/** What every picture offers to the page that holds it. It knows nothing of the API; the page pairs it with a table. */

import type { Direction } from '../core/drawing/direction'
import type { Caption } from '../core/drawing/sheet'

export interface Picture<Content, Filter> {
  setData(content: Content): void
  setFilter(filter: Filter): void
  /** Show a selection made elsewhere, and bring it into sight; no event answers it. */
  select(id: string | null): void
  /** Show everything. */
  fit(): void
  /** Do what a key means here; false for keys without meaning, which are left to the page. */
  press(key: Key): boolean
  /** The picture as it stands, on a light sheet with its caption. */
  toSVG(caption: Caption): string
  /** The same at twice the size in pixels. */
  toPNG(caption: Caption): Promise<Blob>
  destroy(): void
}

/** The part of a KeyboardEvent that pictures read. */
export type Key = Pick<KeyboardEvent, 'key' | 'shiftKey'>

export interface PictureEvents {
  /** A mark was chosen by pointer or key; null when the choice was dropped. */
  readonly onselect: (id: string | null) => void
  readonly onopen: (id: string) => void
}

/** Of pictures whose place and zoom are in the link, see `printView`. */
export interface SightEvents extends PictureEvents {
  /** The view rests; null for the whole. */
  readonly onsight: (view: string | null) => void
}

/** The direction of an arrow key. */
export function arrowOf(key: string): Direction | null {
  switch (key) {
    case 'ArrowLeft':
      return 'left'
    case 'ArrowRight':
      return 'right'
    case 'ArrowUp':
      return 'up'
    case 'ArrowDown':
      return 'down'
    default:
      return null
  }
}

/** Do it, and say that the key had a meaning. */
export function did(act: () => void): true {
  act()
  return true
}
