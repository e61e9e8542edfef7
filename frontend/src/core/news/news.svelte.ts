import { hear, type News } from '../../api/news'

let changes = $state(0)
let last = $state.raw<{ readonly news: News; readonly content: unknown } | null>(null)

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
}

/** Hear of a case until the function that is given back is called. */
export function attend(inCase: string): () => void {
  return hear(inCase, (told, content) => {
    last = { news: told, content }
    if (told !== 'job') changes += 1
  })
}
