import type { ApiFailure } from '../../api/failure'
import { follow, type Progress } from '../../api/progress'
import { failureFrom } from './resource.svelte'

/** One page of a list and the cursor of the next. */
export interface Slice<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

type LoadSlice<Item, Page extends Slice<Item>> = (cursor: string | null, signal: AbortSignal) => Promise<Page>

/** A long list that is loaded page by page, and from the start whenever what `load` reads changes. */
export class Paging<Item, Page extends Slice<Item> = Slice<Item>> {
  items: readonly Item[] = $state.raw([])
  /** The last page that came, with what it says of the whole. */
  page: Page | null = $state.raw(null)
  failure: ApiFailure | null = $state.raw(null)
  isLoading = $state(true)
  /** How far a page is that takes long. */
  progress: Progress | null = $state.raw(null)
  #tries = $state(0)
  #leaving = new AbortController()
  readonly #load: LoadSlice<Item, Page>

  constructor(load: LoadSlice<Item, Page>) {
    this.#load = load
    $effect(() => {
      void this.#tries
      this.#leaving = new AbortController()
      const leaving = this.#leaving
      void this.#turn(null, leaving.signal)
      return () => leaving.abort()
    })
  }

  get hasMore(): boolean {
    return this.page?.next != null
  }

  /** The answer, once there is one: a panel shows a list as it shows any resource. */
  get value(): Page | null {
    return this.page
  }

  more(): void {
    if (this.page?.next && !this.isLoading) void this.#turn(this.page.next, this.#leaving.signal)
  }

  retry(): void {
    this.#tries += 1
  }

  async #turn(cursor: string | null, signal: AbortSignal): Promise<void> {
    this.isLoading = true
    follow(signal, (progress) => (this.progress = progress))
    const loaded = await this.#load(cursor, signal).catch((problem: unknown) => failureFrom(problem))
    if (signal.aborted) return
    this.isLoading = false
    this.progress = null
    if (loaded instanceof Error) {
      this.failure = loaded
      return
    }
    this.failure = null
    this.items = cursor === null ? loaded.items : [...this.items, ...loaded.items]
    this.page = loaded
  }
}

/** Load a list page by page: `paging((cursor, signal) => api.get(…, {query: {cursor}, signal}))`. */
export function paging<Item, Page extends Slice<Item>>(
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page & Slice<Item>>,
): Paging<Item, Page & Slice<Item>> {
  return new Paging(load)
}
