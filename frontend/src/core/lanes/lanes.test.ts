import { expect, test } from 'vitest'
import { dayOf, extentOf, spansOf, stepOf, type LaneItem } from './lanes'

const visit: LaneItem = {
  id: 'visit',
  lane: 'a',
  start: '2015-06-02',
  end: '2015-06-03',
  precision: 'day',
  label: 'Visit',
  channel: 'diplomatic',
  status: 'confirmed',
}
const EXTENT = [Date.UTC(2010, 0, 1), Date.UTC(2020, 0, 1)] as const

function coreOf(item: Partial<LaneItem>): (string | null)[] {
  const [span] = spansOf([{ ...visit, ...item }], EXTENT)
  return span?.core ? span.core.map((time) => dayOf(time)) : [null]
}

test('days are certain from the first to the end of the last', () => {
  expect(coreOf({})).toEqual(['2015-06-02', '2015-06-04'])
})

test('a year has no certain part, a term known by years has what lies between', () => {
  expect(coreOf({ start: '2015-01-01', end: '2015-12-31', precision: 'year' })).toEqual([null])
  expect(coreOf({ start: '2011-01-01', end: '2015-12-31', precision: 'year' })).toEqual(['2012-01-02', '2014-12-31'])
})

test('an end without date reaches the end of the axis and is uncertain there', () => {
  expect(coreOf({ start: '2015-01-01', end: null })).toEqual(['2015-01-01', '2018-12-31'])
})

test('items without any date have no span, the others come in order of start', () => {
  const items = [
    visit,
    { ...visit, id: 'undated', start: null, end: null },
    { ...visit, id: 'early', start: '2012-01-01' },
  ]
  expect(spansOf(items, EXTENT).map((span) => span.item.id)).toEqual(['early', 'visit'])
})

test('the axis holds all dated items, or the present year', () => {
  expect(extentOf([visit], 0)).toEqual([Date.UTC(2015, 5, 2), Date.UTC(2015, 5, 4)])
  expect(extentOf([], Date.UTC(2026, 5, 1))).toEqual([Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1)])
})

test('steps go through time, from nowhere to the first that begins in sight', () => {
  const spans = spansOf([visit, { ...visit, id: 'later', start: '2016-01-01', end: '2016-01-01' }], EXTENT)
  const step = (from: string | null, way: 1 | -1) => stepOf(spans, { from, way, first: Date.UTC(2015, 11, 1) })?.item.id
  expect([step(null, 1), step('visit', 1), step('later', -1), step('later', 1)]).toEqual(['later', 'later', 'visit', undefined])
})
