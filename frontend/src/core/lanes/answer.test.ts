import { describe, expect, it } from 'vitest'
import { claimOf, lanesOf, marksWithin, type Mark } from './answer'

const mark = (id: string, more: Partial<Mark> = {}): Mark => ({
  id, kind: 'event', category: 'CONSULT', channel: 'diplomatic', time: '2022-11', first: '2022-11-01', last: '2022-11-30',
  label: '', modality: 'asserted', review: 'open', is_disputed: false, sources: 1, countries: [], people: [], ...more,
})
const laning = { label: (lane: string) => lane || 'rest', says: () => 'talk' }

describe('marks in lanes', () => {
  it('keep the precision of their time', () => {
    const { lanes, items } = lanesOf([mark('a')], { by: 'channel', ...laning })
    expect([lanes, items]).toEqual([
      [{ id: 'diplomatic', label: 'diplomatic' }],
      [{ id: 'a', lane: 'diplomatic', start: '2022-11-01', end: '2022-11-30', precision: 'month', label: 'talk', channel: 'diplomatic', status: 'proposed' }],
    ])
  })

  it('stand in the lane of each country, and those of none in the last', () => {
    const { lanes, items } = lanesOf([mark('a', { countries: ['PER', 'NOR'] }), mark('b')], { by: 'country', ...laning })
    expect(lanes.map((lane) => lane.label)).toEqual(['NOR', 'PER', 'rest'])
    expect(items.map((item) => [claimOf(item.id), item.lane])).toEqual([['a', 'PER'], ['a', 'NOR'], ['b', '']])
  })

  it('of more people than there are lanes share one', () => {
    const people = Array.from({ length: 12 }, (_, at) => `Person ${at}`)
    const { lanes, items } = lanesOf([mark('a', { people })], { by: 'person', ...laning })
    expect([lanes.length, items.filter((item) => item.lane === '').length]).toEqual([9, 1])
  })
})

describe('the marks in a window', () => {
  it('are those that can fall in it', () => {
    const marks = [mark('before', { first: '2021-01-01', last: '2021-12-31' }), mark('in'), mark('lasting', { first: '2020-01-01', last: null }), mark('undated', { first: null, last: null })]
    expect(marksWithin(marks, { first: '2022-11-30', last: '2022-12-31' }).map((one) => one.id)).toEqual(['in', 'lasting'])
  })
})
