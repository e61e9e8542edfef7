import type { News } from '../../api/news'

const SECONDS_BETWEEN_TRIES = 3

let changes = $state(0)
let last = $state.raw<{ readonly news: News; readonly content: unknown } | null>(null)
let trouble = $state.raw<unknown>(null)

/** What the server told of the case that is open. */
export const news = {
  /** Counts what changed the case. A resource that reads it is loaded anew; what is the same comes from what is kept. */
  get changes(): number {
    return changes
  },
  /** The last that was told, such as how far a job is. */
  get last(): { readonly news: News; readonly content: unknown } | null {
    return last
  },
  /** What was told of why the case could not be settled; null once it is. */
  get trouble(): unknown {
    return trouble
  },
}

/** Hear of a case until the function that is given back is called. */
export function attend(inCase: string): () => void {
  let isHere = true
  let stop: (() => void) | undefined
  const open = (): void =>
    void import('../../api/news').then(
      ({ hear }) => void (isHere && (stop = hear(inCase, take))),
      () => void setTimeout(() => void (isHere && open()), SECONDS_BETWEEN_TRIES * 1000),
    )
  open()
  return () => {
    isHere = false
    trouble = null
    stop?.()
  }
}

function take(told: News, content: unknown): void {
  last = { news: told, content }
  if (told === 'job') return
  changes += 1
  trouble = told === 'trouble' ? content : null // what stands is told again
}
