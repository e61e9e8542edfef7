/** Whether the server answers. Requests and the news tell it what they saw; whoever shows it listens. */
export class Connection {
  #isLost = false
  readonly #heard = new Set<(isLost: boolean) => void>()

  get isLost(): boolean {
    return this.#isLost
  }

  lost(): void {
    this.#tell(true)
  }

  found(): void {
    this.#tell(false)
  }

  /** Hear every change until the function that is given back is called. */
  listen(heard: (isLost: boolean) => void): () => void {
    this.#heard.add(heard)
    return () => void this.#heard.delete(heard)
  }

  #tell(isLost: boolean): void {
    if (isLost === this.#isLost) return
    this.#isLost = isLost
    for (const heard of this.#heard) heard(isLost)
  }
}
