/** What keys do on a network. */

import type { Direction } from '../../core/drawing/direction'
import { arrowOf, did, type Key } from '../picture'

export interface NetworkVerbs {
  readonly walk: (direction: Direction) => void
  /** Move the active node: what a pointer does by dragging. */
  readonly nudge: (direction: Direction) => void
  readonly fit: () => void
  readonly zoomBy: (factor: number) => void
  /** The node that verbs apply to. */
  readonly active: () => string | null
  readonly expand: (id: string) => void
  readonly hide: (id: string) => void
  readonly togglePin: (id: string) => void
  /** The chosen node or edge. */
  readonly selected: () => string | null
  readonly open: (id: string) => void
  readonly drop: () => void
}

const STEP = 1.4

/** Whether the key had a meaning here. */
export function pressed({ key, shiftKey }: Key, verbs: NetworkVerbs): boolean {
  const arrow = arrowOf(key)
  if (arrow) return did(() => (shiftKey ? verbs.nudge(arrow) : verbs.walk(arrow)))
  switch (key) {
    case 'f':
      return did(verbs.fit)
    case '+':
    case '=':
      return did(() => verbs.zoomBy(STEP))
    case '-':
      return did(() => verbs.zoomBy(1 / STEP))
    default:
      return pressedOnMark(key, verbs)
  }
}

function pressedOnMark(key: string, verbs: NetworkVerbs): boolean {
  const [selected, active] = [verbs.selected(), verbs.active()]
  switch (key) {
    case 'Enter':
      return selected !== null && did(() => verbs.open(selected))
    case 'Escape':
      return selected !== null && did(verbs.drop)
    case 'x':
      return active !== null && did(() => verbs.expand(active))
    case 'h':
      return active !== null && did(() => verbs.hide(active))
    case 'p':
      return active !== null && did(() => verbs.togglePin(active))
    default:
      return false
  }
}
