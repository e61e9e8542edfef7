/** Lays networks out beside the page, so that it stays quick meanwhile. */

import { isLarge, layOut, layOutRoughly } from '../../core/graph/layout'
import type { Unplaced } from '../../core/graph/unplaced'

/** `turn` comes back with the places, so that an answer to an older network can be told. */
export interface LayoutAsked {
  readonly turn: number
  readonly task: Unplaced
}

export interface LayoutFound {
  readonly turn: number
  readonly places: Float32Array<ArrayBuffer>
  /** Whether better places follow. */
  readonly isRough: boolean
}

addEventListener('message', (event: MessageEvent<LayoutAsked>) => {
  const { turn, task } = event.data
  const tell = (found: LayoutFound) => postMessage(found, { transfer: [found.places.buffer] })
  if (isLarge(task)) tell({ turn, places: layOutRoughly(task), isRough: true })
  tell({ turn, places: layOut(task), isRough: false })
})
