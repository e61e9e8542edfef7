import { expect, test } from 'vitest'
import { barAt, densityAt, frameOf, laneTop, leastHeight } from './frame'
import { DAY_MS, spansOf, type LaneItem, type Span } from './lanes'
import { pack, runningIn, type PackOptions } from './pack'

const ORIGIN = Date.UTC(2020, 0, 1)
const lanes = [
  { id: 'a', label: 'A' },
  { id: 'b', label: 'B' },
]
const options: PackOptions = { scale: { origin: ORIGIN, k: 1 / DAY_MS }, rows: 2, wordsWidth: () => 0 }

function days(lane: string, ...starts: number[]): Span[] {
  const day = (at: number) => new Date(ORIGIN + at * DAY_MS).toISOString().slice(0, 10)
  const items = starts.map((start, at): LaneItem => ({
    id: `${lane}${at}`,
    lane,
    start: day(start),
    end: day(start),
    precision: 'day',
    label: 'Strike',
    channel: 'other',
    status: 'confirmed',
  }))
  return spansOf(items, [ORIGIN, ORIGIN + 1000 * DAY_MS])
}

const rowsOf = (packed: ReturnType<typeof pack>) => packed.bars.map((bar) => [bar.span.item.id, bar.row])

test('items that would cover each other take rows of their own', () => {
  expect(rowsOf(pack(lanes, days('a', 0, 4, 30), options))).toEqual([
    ['a0', 0],
    ['a1', 1],
    ['a2', 0],
  ])
})

test('nothing vanishes: what finds no row is counted in a mark', () => {
  const spans = days('b', 0, 1, 2, 3, 100)
  const packed = pack(lanes, spans, options)
  expect(packed.densities.map(({ lane, left, spans: held }) => [lane, left, held.map((span) => span.item.id)])).toEqual(
    [[1, 0, ['b2', 'b3']]],
  )
  expect(packed.bars.length + packed.densities.flatMap((one) => one.spans).length).toBe(spans.length)
})

test('words are kept room for only where that costs nobody a row', () => {
  const wordy = { ...options, wordsWidth: () => 60 }
  expect(pack(lanes, days('a', 0, 20), wordy).bars.map((bar) => [bar.row, bar.worded])).toEqual([
    [0, true],
    [1, true],
  ])
  expect(pack(lanes, days('a', 0, 20, 40), wordy).bars.map((bar) => [bar.row, bar.worded])).toEqual([
    [0, false],
    [0, false],
    [0, true],
  ])
})

test('a point finds the bar or the mark that it lies on', () => {
  const frame = frameOf({ width: 500, height: 200 }, 2)
  const packed = pack(lanes, days('b', 0, 1, 2, 3), { ...options, rows: frame.rows })
  const y = laneTop(frame, 1) + 30
  expect(barAt(packed, frame, { x: 50, y, shift: 50 })?.span.item.id).toBe('b0')
  expect(barAt(packed, frame, { x: 200, y, shift: 50 })).toBe(null)
  expect(densityAt(packed.densities, frame, { x: 60, y: y + 20, shift: 50 })?.spans).toHaveLength(3)
})

test('wide bars leave the upper rows to what is dated to the day, and take them where nobody else does', () => {
  const year = (id: string): Span[] =>
    days('a', 0).map((span) => ({ ...span, item: { ...span.item, id }, end: ORIGIN + 365 * DAY_MS }))
  const [first, second, third] = [year('y1'), year('y2'), year('y3')]
  expect(rowsOf(pack(lanes, [...first, ...second], options))).toEqual([
    ['y1', 1],
    ['y2', 0],
  ])
  const packed = pack(lanes, [...first, ...second, ...third, ...days('a', 3)], options)
  expect(rowsOf(packed).toSorted()).toEqual([
    ['a0', 0],
    ['y1', 1],
  ])
  expect(runningIn(packed, options.scale, 100)).toEqual([
    { lane: 0, left: 100, right: 144, spans: [...second, ...third] },
  ])
  expect(runningIn(packed, options.scale, 400)).toEqual([])
})

test('the height that lanes need gives each of them two rows of items', () => {
  expect(frameOf({ width: 500, height: leastHeight(12) }, 12).rows).toBe(2)
  expect(frameOf({ width: 500, height: 10 }, 12).rows).toBe(1)
})
