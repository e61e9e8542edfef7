import { describe, expect, it } from 'vitest'
import { barsOf, mainYears, yearsOf } from './years'

describe('years', () => {
  it('run without gaps, and channels of a year add up', () => {
    const years = yearsOf([{ year: 2003, count: 2 }, { year: 2001, count: 1 }, { year: 2003, count: 3 }])
    expect(years).toEqual([{ year: 2001, count: 1 }, { year: 2002, count: 0 }, { year: 2003, count: 5 }])
  })

  it('are none where nothing counts', () => {
    expect(yearsOf([])).toEqual([])
  })

  it('of a few lonely claims far from the others are cut off', () => {
    const years = yearsOf([{ year: 1140, count: 1 }, { year: 2019, count: 50 }, { year: 2024, count: 60 }])
    expect([mainYears(years)[0], mainYears(years).at(-1)]).toEqual([{ year: 2019, count: 50 }, { year: 2024, count: 60 }])
  })

  it('that are few are all kept', () => {
    const years = yearsOf([{ year: 2001, count: 1 }, { year: 2003, count: 2 }])
    expect(mainYears(years)).toEqual(years)
  })

  it('stand as bars that fill their box', () => {
    const bars = barsOf([{ year: 2001, count: 1 }, { year: 2002, count: 400 }, { year: 2003, count: 0 }], { width: 30, height: 40 })
    expect(bars.map(({ x, y, height }) => [x, y, height])).toEqual([[0, 39, 1], [10, 0, 40], [20, 40, 0]])
  })
})
