import { here, setQuery } from '../core/address/here.svelte'

const SETTLED_MS = 300

/** Lets the link of this page follow what its picture has in sight, once that rests. */
export function inLink(): (view: string | null) => void {
  const { place } = here
  let waiting: ReturnType<typeof setTimeout> | undefined
  return (view) => {
    clearTimeout(waiting)
    waiting = setTimeout(() => void (here.place === place && setQuery({ view }, 'replace')), SETTLED_MS)
  }
}
