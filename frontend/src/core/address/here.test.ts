import { beforeEach, describe, expect, it } from 'vitest'
import { follow, go, here, link, select, setPeriod, setQuery, type Browser } from './here.svelte'

/** A window whose history is a list. */
class FakeWindow implements Browser {
  readonly links = ['/c/harbour/map?q=of:Peru']
  private heard: () => void = () => undefined
  get location() {
    const [pathname = '', search = ''] = (this.links.at(-1) ?? '').split('?')
    return { pathname, search: search && `?${search}` }
  }
  readonly history = {
    pushState: (_state: unknown, _title: string, url?: string | URL | null) => void this.links.push(String(url)),
    replaceState: (_state: unknown, _title: string, url?: string | URL | null) =>
      void this.links.splice(-1, 1, String(url)),
  }
  addEventListener(_event: 'popstate', listener: () => void) {
    this.heard = listener
  }
  back() {
    this.links.pop()
    this.heard()
  }
}

describe('where one is', () => {
  let window: FakeWindow
  beforeEach(() => {
    window = new FakeWindow()
    follow(window)
  })

  it('follows the window', () => {
    expect([here.page, here.case, here.filter]).toEqual(['map', 'harbour', 'of:Peru'])
  })

  it('is undone by Back', () => {
    setPeriod({ from: '2022', to: null })
    select({ of: 'thing', id: '7' })
    window.back()
    expect(here.selection).toBeNull()
    expect(here.period).toEqual({ from: '2022', to: null })
  })

  it('leaves no trace of a step on the way', () => {
    setQuery({ zoom: '2' }, 'replace')
    expect(window.links).toEqual(['/c/harbour/map?q=of:Peru&zoom=2'])
  })

  it('is not entered twice', () => {
    go('/c/harbour/map?q=of:Peru')
    expect(window.links).toHaveLength(1)
  })

  it('links to other pages with filter and case, without what is the page’s own', () => {
    setQuery({ zoom: '2' })
    expect(link('entity', { id: '9' })).toBe('/c/harbour/e/9?q=of:Peru')
  })

  it('is one line for the server', () => {
    setPeriod({ from: '2022', to: '2023' })
    expect(here.line).toBe('of:Peru time:2022..2023')
  })
})
