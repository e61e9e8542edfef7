import { expect, test } from 'vitest'
import { namedPalette } from '../drawing/namedPalette'
import { SvgBrush } from '../drawing/svg'
import { frameOf } from './frame'
import { DAY_MS, spansOf, type LaneItem } from './lanes'
import { pack } from './pack'
import { hatched } from './paintBar'
import { paintLanes } from './paintLanes'

const extent = [Date.UTC(2018, 0, 1), Date.UTC(2022, 0, 1)] as const
const measure = (words: string) => words.length * 6

const suit: LaneItem = {
  id: 'suit',
  lane: 'courts',
  start: '2019-01-01',
  end: '2021-12-31',
  precision: 'year',
  label: 'Suit over the dam',
  channel: 'legal',
  status: 'confirmed',
}

function wordsAndShapes(items: readonly LaneItem[], pixelsPerDay: number, width: number) {
  const lanes = [{ id: 'courts', label: 'Courts' }]
  const [scale, frame] = [{ origin: extent[0], k: pixelsPerDay / DAY_MS }, frameOf({ width, height: 100 }, 1)]
  const packed = pack(lanes, spansOf(items, extent), { scale, rows: frame.rows, wordsWidth: () => 100 })
  const brush = new SvgBrush(namedPalette)
  paintLanes(brush, { lanes, packed, frame, scale, shift: 0, selected: null, locale: 'en', measure }, namedPalette)
  const drawn = brush.fragment()
  return { words: [...drawn.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words]) => words), drawn }
}

test('hatching fills a box and stays within it', () => {
  const ends = hatched({ x: 100, y: 10, width: 12, height: 6 })
  const [across, down] = [ends.filter((_, at) => at % 2 === 0), ends.filter((_, at) => at % 2)]
  expect([Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)]).toEqual([100, 112, 10, 16])
})

test('a bar known by years is hatched in its first and last year and filled between', () => {
  const { drawn } = wordsAndShapes([suit], 1, 1500)
  expect(drawn).toContain('<rect x="731" y="53" width="364" height="14" fill="legal" fill-opacity="0.32"/>')
  expect(drawn.match(/stroke-opacity="0.75"/g)).toHaveLength(2)
})

test('a range without a certain part says its status under the glyph', () => {
  const year: LaneItem = { ...suit, end: '2019-12-31' }
  expect(wordsAndShapes([year], 1, 1500).drawn).not.toContain('dasharray')
  expect(wordsAndShapes([{ ...year, status: 'proposed' }], 1, 1500).drawn).toContain('stroke-dasharray="5 4"')
})

test('items without a row are told by their number', () => {
  const items = ['a', 'b', 'c', 'd'].map((id) => ({ ...suit, id, start: '2019-01-01', end: '2019-01-02' }))
  expect(wordsAndShapes(items, 1, 1500).words).toContain('+3')
})

test('words on the axis never run into each other', () => {
  const { words } = wordsAndShapes([], 33, 1240)
  expect(words.slice(0, 3)).toEqual(['1 Jan 2018', '5 Jan', '9 Jan'])
})

test('words of a dot at the right edge stand left of it where its row is free', () => {
  const visit = (id: string, start: string): LaneItem => ({ ...suit, id, start, end: start, precision: 'day', label: 'Visit to Quito' })
  const atEdge = visit('late', '2018-10-20')
  expect(wordsAndShapes([atEdge], 1, 300).drawn).toMatch(/text-anchor="end"[^>]*>Visit to Quito</)
  expect(wordsAndShapes([atEdge], 1, 600).drawn).not.toContain('text-anchor="end"')
  const beside = ['2018-10-01', '2018-10-02', '2018-10-03'].map((day) => visit(day, day))
  expect(wordsAndShapes([...beside, atEdge], 1, 300).drawn).not.toContain('text-anchor="end"')
})

test('words that the right edge would cut end in three dots, or are left out', () => {
  const late = { ...suit, start: '2021-12-30', end: '2021-12-31', precision: 'day' as const }
  const day = (at: number) => wordsAndShapes([{ ...late, id: 'before', start: '2021-12-01', end: '2021-12-01', label: 'Well' }, late], 1, at).words.filter((words) => words?.startsWith('Suit'))
  const x = 4 * 365.25 - 2
  expect([day(x + 400), day(x + 70).map((words) => words?.endsWith('…')), day(x + 20)]).toEqual([['Suit over the dam'], [true], []])
})
