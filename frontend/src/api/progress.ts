/** How far an answer is that takes long: `done` of `of` steps, both 0 where they are not counted. */
export interface Progress {
  readonly done: number
  readonly of: number
}

/** Who waits for the requests of a signal: hears how far one is that is not answered at once. */
export interface Follower {
  progress(progress: Progress): void
  /** Takes an answer of before so many changes where that of now is not there yet; without it none such comes. */
  older?(changes: number): void
}

const following = new WeakMap<AbortSignal, Follower>()

/** Hear of the requests of a signal. */
export function follow(signal: AbortSignal, follower: Follower): void {
  following.set(signal, follower)
}

export function followerOf(signal: AbortSignal | undefined): Follower | undefined {
  return signal && following.get(signal)
}
