/** How far an answer is that takes long: `done` of `of` steps, both 0 where they are not counted. */
export interface Progress {
  readonly done: number
  readonly of: number
}

const following = new WeakMap<AbortSignal, (progress: Progress) => void>()

/** Hear how far the requests of a signal are, whenever one of them is not answered at once. */
export function follow(signal: AbortSignal, heard: (progress: Progress) => void): void {
  following.set(signal, heard)
}

/** Tell who follows the requests of a signal how far one of them is. */
export function tellProgress(signal: AbortSignal | undefined, said: unknown): void {
  if (signal) following.get(signal)?.(progressOf(said))
}

function progressOf(said: unknown): Progress {
  const { done, of } = { ...(typeof said === 'object' ? said : null) } as Partial<Progress>
  return { done: Number(done ?? 0), of: Number(of ?? 0) }
}

/** Let some time pass; raises the AbortError of the signal when the page is left meanwhile. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
