import { expect, test } from 'vitest'
import { DAY_MS, spansOf } from '../../core/lanes/lanes'
import { Packing } from './packing'

const lanes = [{ id: 'a', label: 'A' }]
const spans = spansOf(
  [
    {
      id: 'strike',
      lane: 'a',
      start: '2020-01-01',
      end: '2020-01-01',
      precision: 'day',
      label: 'Strike',
      channel: 'other',
      status: 'confirmed',
    },
  ],
  [0, 1],
)
const at = (days: number) => ({
  scale: { origin: 0, k: days / DAY_MS },
  rows: 2,
  measure: (words: string) => words.length,
})

test('rows are kept until the zoom changes', () => {
  const packing = new Packing()
  const packed = packing.of(lanes, spans, at(1))
  expect(packing.of(lanes, spans, at(1))).toBe(packed)
  expect(packing.of(lanes, spans, at(2))).not.toBe(packed)
})

test('rows are made anew after a change of typeface', () => {
  const packing = new Packing()
  const packed = packing.of(lanes, spans, at(1))
  packing.forget()
  expect(packing.of(lanes, spans, at(1))).not.toBe(packed)
})
