import { describe, expect, it } from 'vitest'
import { changed, linkTo, parseAddress, printAddress, shared } from './address'
import { PAGES, ROUTES } from './routes'

describe('an address', () => {
  it('names its page, what its path says and the state that it carries', () => {
    expect(parseAddress('/c/harbour/docs/9f3c?claim=a1&q=of:Peru')).toEqual({
      page: 'reader',
      values: { case: 'harbour', id: '9f3c' },
      query: { claim: 'a1', q: 'of:Peru' },
    })
  })

  it('tells adding documents from reading one', () => {
    expect(parseAddress('/c/harbour/docs/add').page).toBe('add')
  })

  it('is missing where no page is, and still knows its case', () => {
    expect(parseAddress('/c/harbour/nowhere')).toMatchObject({ page: 'missing', values: { case: 'harbour' } })
  })

  it('of help stands within a case and outside any', () => {
    expect(parseAddress('/help')).toEqual({ page: 'help', values: {}, query: {} })
    expect(printAddress({ page: 'help', values: {}, query: {} })).toBe('/help')
    expect(linkTo('help', { case: 'harbour' })).toBe('/c/harbour/help')
  })

  it.each(PAGES)('of the page %s is printed and read back', (page) => {
    const names = [...ROUTES[page].matchAll(/:(\w+)/g)].map(([, name]) => name ?? '')
    const address = {
      page,
      values: Object.fromEntries(names.map((name) => [name, `a/b é ${name}`])),
      query: { q: 'who:"Ama & Kofi" with:*', from: '2022-11' },
    }
    expect(parseAddress(printAddress(address))).toEqual(address)
  })

  it('is the same link whatever the order in which its state was set', () => {
    const one = linkTo('map', { case: 'c' }, { to: '2023', from: '2022' })
    expect(linkTo('map', { case: 'c' }, { from: '2022', to: '2023' })).toBe(one)
  })

  it('survives an escape that is broken', () => {
    expect(parseAddress('/c/50%/map').values).toEqual({ case: '50%' })
  })
})

describe('a query', () => {
  it('loses what is set to nothing', () => {
    expect(changed({ q: 'a', from: '2022' }, { q: null, to: '2023' })).toEqual({ from: '2022', to: '2023' })
  })

  it('takes filter, period and selection along, and leaves the rest to its page', () => {
    expect(shared({ q: 'a', sel: 'e:1', focus: '7' })).toEqual({ q: 'a', sel: 'e:1' })
  })
})
