import { ApiFailure } from './failure'

interface Held {
  /** Tries it. Gives what tells its maker the outcome; raises ApiFailure where the server is lost. */
  readonly send: () => Promise<() => void>
}

/** Edits on their way: sent one after the other in the order in which they were made, and held while the server is lost. */
export class Outbox {
  readonly #held: Held[] = []
  readonly #heard = new Set<(count: number) => void>()
  #isSending = false
  #isAskedAgain = false

  get count(): number {
    return this.#held.length
  }

  /** Send an edit after those before it. Settles as the server answers; a lost server only delays it. */
  add<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#held.push({ send: () => deliver(send, resolve, reject) })
      this.#tell()
      void this.resend()
    })
  }

  /** Try what is held, until all is sent or the server is lost again. */
  async resend(): Promise<void> {
    this.#isAskedAgain = true
    if (this.#isSending) return
    this.#isSending = true
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false
      await this.#sendAll()
    }
    this.#isSending = false
  }

  /** Hear how many edits are held until the function that is given back is called. */
  listen(heard: (count: number) => void): () => void {
    this.#heard.add(heard)
    return () => void this.#heard.delete(heard)
  }

  async #sendAll(): Promise<void> {
    try {
      for (let first = this.#held[0]; first; first = this.#held[0]) {
        const settle = await first.send()
        this.#held.shift()
        this.#tell()
        settle()
      }
    } catch {
      // The server is lost: what is held waits until it is found again.
    }
  }

  #tell(): void {
    for (const heard of this.#heard) heard(this.#held.length)
  }
}

async function deliver<Answer>(
  send: () => Promise<Answer>,
  resolve: (answer: Answer) => void,
  reject: (failure: unknown) => void,
): Promise<() => void> {
  try {
    const answer = await send()
    return () => resolve(answer)
  } catch (failure) {
    if (failure instanceof ApiFailure && failure.isServerLost) throw failure
    return () => reject(failure)
  }
}
