import { describe, expect, it } from 'vitest'
import { extentOf, isPoint, placed } from './strip'

const EXTENT = { first: '2025-03-01', last: '2025-03-10' }

describe('a strip of time', () => {
  it('reaches from the first day told to the last', () => {
    const marks = [{ first: '2025-03-04', last: '2025-03-10' }, { first: '2025-03-01', last: null }, { first: null, last: null }]
    expect(extentOf(marks)).toEqual(EXTENT)
  })

  it('has no extent where nothing is dated', () => {
    expect(extentOf([{ first: null, last: null }])).toBeNull()
  })

  it('places whole days', () => {
    expect(placed({ first: '2025-03-01', last: '2025-03-05' }, EXTENT)).toEqual({ start: 0, width: 0.5, opensBefore: false, opensAfter: false })
  })

  it('draws an open end to the edge', () => {
    expect(placed({ first: '2025-03-06', last: null }, EXTENT)).toEqual({ start: 0.5, width: 0.5, opensBefore: false, opensAfter: true })
  })

  it('places nothing without a date', () => {
    expect(placed({ first: null, last: null }, EXTENT)).toBeNull()
  })

  it('tells a day from a stretch', () => {
    expect([isPoint({ first: '2025-03-01', last: '2025-03-01' }), isPoint({ first: '2025-03-01', last: '2025-03-02' })]).toEqual([true, false])
  })
})
