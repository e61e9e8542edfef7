/** The worker that lays networks out, one answer for the latest network. */

import type { Network } from '../../core/graph/network'
import type { LayoutAsked, LayoutFound } from './layout.worker'

export class Layouts {
  private readonly worker: Worker
  private turn = 0

  /** `found` gets places in the order of `tiesOf(network).nodes`; `failed` is called when the worker cannot run. */
  constructor(found: (places: Float32Array<ArrayBuffer>, isRough: boolean) => void, failed: () => void) {
    this.worker = new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
    this.worker.addEventListener('message', (event: MessageEvent<LayoutFound>) => {
      if (event.data.turn === this.turn) found(event.data.places, event.data.isRough)
    })
    this.worker.addEventListener('error', failed)
  }

  ask(network: Network): void {
    const asked: LayoutAsked = { turn: ++this.turn, network }
    this.worker.postMessage(asked)
  }

  destroy(): void {
    this.worker.terminate()
  }
}
