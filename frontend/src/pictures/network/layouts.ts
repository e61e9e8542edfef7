/** The worker that lays networks out, one answer for the latest network. */

import type { Unplaced } from '../../core/graph/unplaced'
import type { LayoutAsked, LayoutFound } from './layout.worker'

let spare: Worker | null = null

function newWorker(): Worker {
  return new Worker(new URL('./layout.worker.ts', import.meta.url), { type: 'module' })
}

/** Have a worker start while the network is still on its way. */
export function startLayouts(): void {
  spare ??= newWorker()
}

export class Layouts {
  private readonly worker: Worker
  private turn = 0

  /** `found` gets places in the order of the task; `failed` is called when the worker cannot run. */
  constructor(found: (places: Float32Array<ArrayBuffer>, isRough: boolean) => void, failed: () => void) {
    this.worker = spare ?? newWorker()
    spare = null
    this.worker.addEventListener('message', (event: MessageEvent<LayoutFound>) => {
      if (event.data.turn === this.turn) found(event.data.places, event.data.isRough)
    })
    this.worker.addEventListener('error', failed)
  }

  ask(task: Unplaced): void {
    const asked: LayoutAsked = { turn: ++this.turn, task }
    this.worker.postMessage(asked)
  }

  destroy(): void {
    this.worker.terminate()
  }
}
