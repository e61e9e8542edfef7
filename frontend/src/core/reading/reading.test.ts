import { describe, expect, it } from 'vitest'
import { blockAt, blocksOf, isHardWrapped } from './blocks'
import { placed } from './cards'
import { neighbour, readingOf, stretchOf } from './reading'
import { runsOf } from './runs'

describe('the blocks of a text', () => {
  const line = `${'A ship came in. '.repeat(70).trim()}\n`
  const text = line.repeat(3)
  const starts = [...text.matchAll(/A ship/g)].map((found) => found.index)

  it('end with a line once they are long enough, and leave nothing out', () => {
    expect(blocksOf(text, starts, []).map(({ start, end }) => text.slice(start, end))).toEqual([line, line, line])
  })

  it('begin anew with every page', () => {
    expect(blocksOf('One. Two.', [0, 5], [0, 5])).toEqual([
      { start: 0, end: 5, page: 1 },
      { start: 5, end: 9, page: 2 },
    ])
  })

  it('are found by a position', () => {
    const blocks = blocksOf(text, starts, [])
    expect([0, line.length - 1, line.length, text.length].map((at) => blockAt(blocks, at))).toEqual([0, 0, 1, 2])
  })
})

it('lines broken at a width go on in small letters', () => {
  const broken = 'The harbour of Tema\nwas closed on Monday\nby order of the\nminister of ports\nand harbours.'
  expect([isHardWrapped(broken), isHardWrapped('One.\nTwo.\nThree.\nFour.\nFive.')]).toEqual([true, false])
})

it('runs tell mention and claims where they overlap', () => {
  const text = 'Ama met Kofi.'
  const [ama, met] = [{ start: 0, end: 3 }, { start: 0, end: 12 }]
  expect(runsOf(text, { start: 0, end: 13 }, [ama], [met])).toEqual([
    { start: 0, end: 3, text: 'Ama', mention: ama, told: [met] },
    { start: 3, end: 12, text: ' met Kofi', mention: null, told: [met] },
    { start: 12, end: 13, text: '.', mention: null, told: [] },
  ])
})

it('cards move down where another is in the way', () => {
  expect(placed([{ top: 10, height: 40 }, { top: 20, height: 30 }, { top: 200, height: 30 }], 8)).toEqual([10, 58, 200])
})

it('the open card stands at its words where others make way for it', () => {
  const cards = [{ top: 10, height: 40 }, { top: 20, height: 40 }, { top: 100, height: 30 }, { top: 100, height: 30 }]
  expect(placed(cards, 8, 2)).toEqual([4, 52, 100, 138])
  expect(placed(cards, 8, 3)).toEqual([0, 48, 96, 134])
  expect(placed(cards, 8, 1)).toEqual([0, 48, 100, 138])
})

describe('a document to read', () => {
  const shown = {
    text: '😀 Ama met Kofi.',
    sentences: [[0, 15]] as [number, number][],
    page_starts: [],
    cells: [],
    mentions: [{ span: [2, 5] as [number, number], text: 'Ama', form: 'name' as const, schema_name: 'Person' as const, thing: 't1', caption: 'Ama' }],
    told: [{ claim: 'c1', statement: 's1', time: null, kind: 'event' as const, sentence: [2, 15] as [number, number], span: [6, 9] as [number, number] }],
  }

  it('counts as the page does, not as the server', () => {
    const reading = readingOf(shown)
    expect([...reading.named, ...reading.told].map((one) => reading.text.slice(one.start, one.end))).toEqual(['Ama', 'met'])
  })

  it('has claims before and after each other', () => {
    const claims = ['a', 'b']
    expect([neighbour(claims, undefined, 1), neighbour(claims, 'a', 1), neighbour(claims, 'b', 1), neighbour([], 'a', 1)]).toEqual(['a', 'b', null, null])
  })

  it('may be opened at a stretch', () => {
    expect([stretchOf('4-9'), stretchOf('x'), stretchOf(undefined)]).toEqual([[4, 9], null, null])
  })
})
