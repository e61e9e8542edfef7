import type { ApiFailure } from '../../api/failure'
import type { Progress } from '../../api/progress'
import { loaded } from './loaded'
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
  /** How many changes ago the list was so that is shown while the present one is worked out; null for the present one. */
  older: number | null = $state(null)
  #first: Page | null = null
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
    const show = (page: Page): void => this.#show(cursor, page)
    // What comes after a page of before would stand under one of now: only the first page is shown so.
    const load = cursor === null ? loaded((leaving) => this.#load(null, leaving), signal, this, show) : this.#load(cursor, signal)
    const came = await load.catch((problem: unknown) => failureFrom(problem))
    if (signal.aborted) return
    this.isLoading = false
    this.progress = null
    if (came instanceof Error) {
      this.failure = came
      return
    }
    this.failure = null
    if (this.older === null) return show(came)
    const [page, ...further] = await this.#asMany(came, this.items.length, signal)
    if (signal.aborted || !page) return
    this.older = null
    this.#show(null, page)
    for (const one of further) this.#show(page.next, one)
  }

  /** The pages from a first one on, until they hold so many items: who has read on stays where he is. */
  async #asMany(first: Page, count: number, signal: AbortSignal): Promise<Page[]> {
    const pages = [first]
    for (let held = first.items.length; held < count; held += pages.at(-1)?.items.length ?? 0) {
      const next = pages.at(-1)?.next
      const page = next ? await this.#load(next, signal).catch(() => null) : null
      if (!page?.items.length) break
      pages.push(page)
    }
    return pages
  }

  #show(cursor: string | null, page: Page): void {
    if (cursor === null) {
      if (page === this.#first) return // the same as is shown: what was added to it stays
      this.#first = page
    }
    this.items = cursor === null ? page.items : [...this.items, ...page.items]
    this.page = page
  }
}

/** Load a list page by page: `paging((cursor, signal) => api.get(…, {query: {cursor}, signal}))`. */
export function paging<Item, Page extends Slice<Item>>(
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page & Slice<Item>>,
): Paging<Item, Page & Slice<Item>> {
  return new Paging(load)
}
