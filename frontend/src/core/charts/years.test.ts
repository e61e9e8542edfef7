import { describe, expect, it } from 'vitest'
import { barsOf, yearsOf } from './years'

describe('years', () => {
  it('run without gaps, and channels of a year add up', () => {
    const years = yearsOf([{ year: 2003, count: 2 }, { year: 2001, count: 1 }, { year: 2003, count: 3 }])
    expect(years).toEqual([{ year: 2001, count: 1 }, { year: 2002, count: 0 }, { year: 2003, count: 5 }])
  })

  it('are none where nothing counts', () => {
    expect(yearsOf([])).toEqual([])
  })

  it('stand as bars that fill their box', () => {
    const bars = barsOf([{ year: 2001, count: 1 }, { year: 2002, count: 400 }, { year: 2003, count: 0 }], { width: 30, height: 40 })
    expect(bars.map(({ x, y, height }) => [x, y, height])).toEqual([[0, 39, 1], [10, 0, 40], [20, 40, 0]])
  })
})
