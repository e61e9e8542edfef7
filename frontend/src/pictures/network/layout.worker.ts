/** Lays networks out beside the page, so that it stays quick meanwhile. */

import { isLarge, layOut, ROUGH_ROUNDS } from '../../core/graph/layout'
import type { Network } from '../../core/graph/network'

/** `turn` comes back with the places, so that an answer to an older network can be told. */
export interface LayoutAsked {
  readonly turn: number
  readonly network: Network
}

export interface LayoutFound {
  readonly turn: number
  readonly places: Float32Array<ArrayBuffer>
  /** Whether better places follow. */
  readonly isRough: boolean
}

addEventListener('message', (event: MessageEvent<LayoutAsked>) => {
  const { turn, network } = event.data
  const tell = (found: LayoutFound) => postMessage(found)
  if (isLarge(network)) tell({ turn, places: layOut(network, ROUGH_ROUNDS), isRough: true })
  tell({ turn, places: layOut(network), isRough: false })
})
