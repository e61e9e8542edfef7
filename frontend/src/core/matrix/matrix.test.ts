import { describe, expect, it } from 'vitest'
import { figureOf, mostOf, readWeights, rowsOf, shadeOf, writtenWeights, type Answer, type Cell } from './matrix'

const cell = (power: string, column: string, claims: number): Cell => ({
  power, column, claims, cooperation: claims, conflict: 0, weighed: claims / 2, documents: 1, sources: 1, by_year: [], change: -1, lead: 'a', q: 'by:*',
})
const answer: Answer = {
  host: { code: 'PER', name: 'Peru' }, by: 'channel', powers: [{ code: 'NOR', name: 'Norway' }], all_powers: 1, columns: ['media', 'military'],
  cells: [cell('NOR', 'media', 1), cell('NOR', 'all', 4)], weights: {}, scope: { claims: 4, documents: 1, sources: 1, searched: 9, unseen: [] },
}
const { columns, rows } = rowsOf(answer)
const [total = null, media = null, military = null] = rows[0]?.cells ?? []

describe('a matrix', () => {
  it('begins with the total, and keeps a place for what was not found', () => {
    expect([columns, military, total?.claims]).toEqual([['all', 'media', 'military'], null, 4])
  })

  it('tells a cell by number, share, change or weight', () => {
    const figures = (['count', 'share', 'change', 'weighed'] as const).map((measure) => media && figureOf(media, measure, total))
    expect(figures).toEqual([1, 0.25, -1, 0.5])
  })

  it('is shaded against its largest cell, totals aside', () => {
    expect([mostOf(rows, 'count'), shadeOf(1, 4), shadeOf(null, 4), shadeOf(-4, 4)]).toEqual([1, 0.5, 0, 1])
  })
})

describe('weights', () => {
  it('are written without those of 1, and read back', () => {
    expect(writtenWeights({ ASSAULT: 10, CONSULT: 1, AID: 0.5 })).toBe('ASSAULT:10,AID:0.5')
    expect(readWeights('ASSAULT:10,AID:0.5')).toEqual({ ASSAULT: 10, AID: 0.5 })
  })

  it('that are none are left out', () => {
    expect([readWeights('AID:much,ACCUSE:-1,:2,'), writtenWeights({ AID: 1 })]).toEqual([{}, null])
  })
})
