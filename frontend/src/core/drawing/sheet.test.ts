import { expect, test } from 'vitest'
import { namedPalette } from './namedPalette'
import { paintSheet, sheetSize, type Sheet } from './sheet'
import { SvgBrush } from './svg'

const sheet: Sheet = {
  picture: { width: 300, height: 100 },
  caption: {
    title: 'Ties of <Ñandú & Sons>',
    period: '2004–2020',
    filters: '',
    sources: '17 sources',
    date: '3 May 2026',
    legend: [
      { channel: 'media', words: 'media' },
      { status: 'proposed', words: 'proposed' },
      { kind: 'Person', words: 'person' },
    ],
  },
  palette: namedPalette,
  measure: (words) => words.length * 6,
}

function drawn(): string {
  const brush = new SvgBrush(namedPalette)
  paintSheet(brush, sheet, () => brush.circle(1, 2, 3, { fill: 'red' }))
  return brush.document(sheetSize(sheet), sheet.caption.title)
}

test('a sheet carries title, period, legend, sources and date around the picture', () => {
  const words = [...drawn().matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
  expect(words).toEqual([
    'Ties of &lt;Ñandú &amp; Sons&gt;',
    '2004–2020',
    'media',
    'proposed',
    'person',
    '17 sources · 3 May 2026',
  ])
  expect(drawn()).toContain('<circle cx="1" cy="2" r="3" fill="red"/>')
})

test('a sheet needs no style, script or outside file', () => {
  expect(drawn()).not.toMatch(/style|<script|href|http(?!:\/\/www\.w3\.org\/2000\/svg")/)
})

test('a legend that is too long for one row takes another', () => {
  const long = {
    ...sheet,
    caption: {
      ...sheet.caption,
      legend: Array.from({ length: 5 }, () => ({ channel: 'media' as const, words: 'media' })),
    },
  }
  expect(sheetSize(long).height - sheetSize(sheet).height).toBe(22)
})

test('a long filter takes as many lines as it needs, above the picture', () => {
  const filters = Array.from({ length: 20 }, (_, at) => `by:Country${at}`).join(' ')
  const long = { ...sheet, caption: { ...sheet.caption, filters } }
  const brush = new SvgBrush(namedPalette)
  paintSheet(brush, long, () => brush.circle(1, 2, 3, { fill: 'red' }))
  const lines = [...brush.fragment().matchAll(/<text[^>]* y="([\d.]+)"[^>]*>([^<]*Country[^<]*)</g)]
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.every(([, , words = '']) => words.length * 6 <= sheet.picture.width)).toBe(true)
  expect(sheetSize(long).height - sheetSize(sheet).height).toBe((lines.length - 1) * 18)
})

test('circles of a map stand in its legend, whole and dashed', () => {
  const legend = [{ circle: 'whole', words: 'town' }, { circle: 'dashed', words: 'country' }] as const
  const brush = new SvgBrush(namedPalette)
  paintSheet(brush, { ...sheet, caption: { ...sheet.caption, legend } }, () => undefined)
  expect(brush.fragment().match(/<circle[^>]*dasharray/g)).toHaveLength(1)
})
