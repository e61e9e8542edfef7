import { describe, expect, it } from 'vitest'
import { rowsOf, undatedOf, windowOf } from './strip'

const HOLDER = [{ role: 'person' as const, text: 'Ama Owusu', thing: 'a' }]

function office(id: string, facts: Record<string, string>) {
  return { id, parties: HOLDER, time: null, facts: Object.entries(facts).map(([name, value]) => ({ name, value })) }
}

describe('a strip of offices', () => {
  it('has a bar from a coarse beginning to a known end', () => {
    const held = office('c', { person: 'Ama Owusu', role: 'mayor', body: 'Tema', start: '2019', end: '2021-03-02' })
    expect(rowsOf([held], 'a')).toEqual([
      {
        label: 'mayor, Tema',
        bars: [{ claim: 'c', earliest: '2019-01-01', from: '2019-12-31', to: '2021-03-02', latest: '2021-03-02' }],
      },
    ])
  })

  it('is open on both sides of a day at which an office is shown to be held', () => {
    const held = office('c', { person: 'Ama Owusu', role: 'mayor', 'as of': '2020-05-06' })
    expect(rowsOf([held], 'a')[0]?.bars).toEqual([
      { claim: 'c', earliest: null, from: '2020-05-06', to: '2020-05-06', latest: null },
    ])
  })

  it('names the holder for the body', () => {
    const held = office('c', { person: 'Ama Owusu', role: 'mayor', body: 'Tema', start: '2019' })
    expect(rowsOf([held], 'tema')[0]?.label).toBe('mayor, Ama Owusu')
  })

  it('leaves what has no date to a list', () => {
    const held = office('c', { person: 'Ama Owusu', role: 'mayor' })
    expect([rowsOf([held], 'a'), undatedOf([held])]).toEqual([[], [held]])
    expect(windowOf([], [])).toBeNull()
  })
})
