import { describe, expect, it } from 'vitest'
import { parseTime, reach } from './edtf'

describe('a time', () => {
  it.each([
    ['2022-11-07', '2022-11-07', '2022-11-07'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['202X', '2020-01-01', '2029-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2022-21', '2022-03-01', '2022-05-31'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2022-11-XX?', '2022-11-01', '2022-11-30'],
    ['2021-03/2022', '2021-03-01', '2022-12-31'],
    ['2021/..', '2021-01-01', null],
    ['/2021', null, '2021-12-31'],
  ])('of %s reaches from %s to %s', (text, first, last) => {
    const time = parseTime(text)
    expect(time && reach(time)).toEqual({ first, last })
  })

  it('keeps its doubt', () => {
    expect(parseTime('2022%')?.start).toMatchObject({ approximate: true, uncertain: true, precision: 'year' })
  })

  it.each(['', '22', 'May 2022', '2022/2023/2024'])('is none in %j', (text) => {
    expect(parseTime(text)).toBeNull()
  })
})
