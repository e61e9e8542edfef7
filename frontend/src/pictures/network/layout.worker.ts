/** Lays networks out beside the page, so that it stays quick meanwhile. */

import { layOut } from '../../core/graph/layout'
import type { Network } from '../../core/graph/network'

/** `turn` comes back with the places, so that an answer to an older network can be told. */
export interface LayoutAsked {
  readonly turn: number
  readonly network: Network
}

export interface LayoutFound {
  readonly turn: number
  readonly places: Float32Array<ArrayBuffer>
}

addEventListener('message', (event: MessageEvent<LayoutAsked>) => {
  const { turn, network } = event.data
  const found: LayoutFound = { turn, places: layOut(network) }
  postMessage(found)
})
