import { describe, expect, it } from 'vitest'
import { isDate, joined, periodLine } from './period'
import { parseSelection, printSelection, type Selection } from './selection'

describe('a selection', () => {
  const selections: Selection[] = [
    { of: 'claims', ids: ['a', 'b'] },
    { of: 'thing', id: '7c' },
    { of: 'line', line: 'by:Norway to:Peru time:2022' },
  ]
  it.each(selections)('of $of is printed and read back', (selection) => {
    expect(parseSelection(printSelection(selection) ?? '')).toEqual(selection)
  })

  it.each(['', 'e:', 'z:1', undefined])('is none in %j', (text) => {
    expect(parseSelection(text)).toBeNull()
  })

  it('of no claims is none', () => {
    expect(printSelection({ of: 'claims', ids: [] })).toBeNull()
  })
})

describe('a period', () => {
  it('asks for what can fall in it', () => {
    expect(periodLine({ from: '2022-11', to: '2022-12' })).toBe('time:2022-11..2022-12')
    expect(periodLine({ from: '2022', to: null })).toBe('time:2022..')
    expect(periodLine({ from: null, to: null })).toBe('')
  })

  it.each([['2022', true], ['2022-11', true], ['2022-11-07', true], ['2022-13', false], ['07/11/2022', false]])(
    'is bounded by %s: %s',
    (text, holds) => {
      expect(isDate(text)).toBe(holds)
    },
  )

  it('holds beside a filter whose choices it does not break', () => {
    expect(joined('of:Peru or of:Chile', 'time:2022..')).toBe('(of:Peru or of:Chile) time:2022..')
    expect(joined('', 'time:2022..')).toBe('time:2022..')
  })
})
