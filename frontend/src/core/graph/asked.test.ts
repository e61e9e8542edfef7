import { describe, expect, it } from 'vitest'
import { chosen, filterOf, networkAsked } from './asked'
import { EVERYTHING } from './network'

const OPEN = { from: null, to: null }

describe('the link of a network', () => {
  it('asks for the strongest ties where it says nothing', () => {
    expect(networkAsked({})).toEqual({ focus: '', steps: 1, most: 300, more: [], hidden: [], path: '', tab: 'picture' })
    expect(filterOf({}, OPEN)).toEqual(EVERYTHING)
  })

  it('carries what was expanded, hidden and looked for', () => {
    const query = { focus: 'a', steps: '2', all: 'yes', more: 'b,c', hide: 'd', path: 'e', tab: 'cores' }
    expect(networkAsked(query)).toEqual({
      focus: 'a', steps: 2, most: 20_000, more: ['b', 'c'], hidden: ['d'], path: 'e', tab: 'cores',
    })
  })

  it('reaches to the last day of a period', () => {
    const filter = filterOf({ ch: 'media,nonsense', sources: '2', confirmed: 'yes' }, { from: '2022-11', to: '2024-02' })
    expect(filter).toEqual({
      channels: ['media', 'other'], kinds: null, from: '2022-11-01', to: '2024-02-29', confirmedOnly: true, leastSources: 2,
    })
  })

  it('says nothing of a choice of all', () => {
    expect([chosen(['a', 'b'], ['a', 'b']), chosen(['a'], ['a', 'b']), chosen([], ['a'])]).toEqual([null, 'a', null])
  })
})
