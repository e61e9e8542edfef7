import { MediaQuery } from 'svelte/reactivity'

const wish = new MediaQuery('prefers-reduced-motion: reduce')

/** Whether the reader wants nothing to move by itself. */
export const stillness = {
  get isWanted(): boolean {
    return wish.current
  },
}
