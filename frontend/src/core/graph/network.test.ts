import { describe, expect, test } from 'vitest'
import { EVERYTHING, passesEdge, type NetworkEdge } from './network'

const lease: NetworkEdge = {
  id: 'lease',
  source: 'port',
  target: 'firm',
  channel: 'economic',
  count: 3,
  sources: 1,
  first: '2011-03-01',
  last: '2014-12-31',
  status: 'proposed',
}

describe('a filter', () => {
  test('lets all through when it asks for nothing', () => {
    expect(passesEdge({ ...lease, first: null, last: null }, EVERYTHING)).toBe(true)
  })

  test('keeps a tie whose days touch the period', () => {
    const period = (from: string | null, to: string | null) => passesEdge(lease, { ...EVERYTHING, from, to })
    expect(period('2014-12-31', null)).toBe(true)
    expect(period('2015-01-01', null)).toBe(false)
    expect(period(null, '2011-03-01')).toBe(true)
    expect(period(null, '2011-02-28')).toBe(false)
  })

  test('leaves undated ties out of a period', () => {
    expect(passesEdge({ ...lease, first: null, last: null }, { ...EVERYTHING, from: '2011-01-01' })).toBe(false)
  })

  test('takes one known day for both ends', () => {
    expect(passesEdge({ ...lease, last: null }, { ...EVERYTHING, from: '2012-01-01' })).toBe(false)
  })

  test('can ask for channels, for confirmed ties and for several sources', () => {
    expect(passesEdge(lease, { ...EVERYTHING, channels: ['media'] })).toBe(false)
    expect(passesEdge(lease, { ...EVERYTHING, confirmedOnly: true })).toBe(false)
    expect(passesEdge(lease, { ...EVERYTHING, leastSources: 2 })).toBe(false)
  })
})
