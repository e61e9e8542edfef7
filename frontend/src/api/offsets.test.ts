import { describe, expect, it } from 'vitest'
import { allUnitsOf, cutAt, pointsOf, unitsOf } from './offsets'

const text = 'El 😀 firmó 𝒜 ayer'

describe('positions', () => {
  it.each([[0, 0], [3, 3], [4, 5], [11, 12], [12, 14], [99, text.length]])('%i code points are %i units', (points, units) => {
    expect(unitsOf(text, points)).toBe(units)
  })

  it('come back the way they went', () => {
    const all = [...text].map((_, point) => point)
    expect(all.map((point) => pointsOf(text, unitsOf(text, point)))).toEqual(all)
  })

  it('are found together as one by one', () => {
    const points = [0, 3, 4, 4, 12, 99]
    expect(allUnitsOf(text, points)).toEqual(points.map((point) => unitsOf(text, point)))
  })
})

describe('a cut', () => {
  it('falls where the server meant it', () => {
    expect(cutAt(text, [5, 10])).toEqual({ before: 'El 😀 ', within: 'firmó', after: ' 𝒜 ayer' })
  })

  it('of no stretch leaves the text whole', () => {
    expect(cutAt(text, null)).toEqual({ before: text, within: '', after: '' })
  })
})
