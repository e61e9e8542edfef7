import { expect, it } from 'vitest'
import { namedPalette } from '../drawing/namedPalette'
import { SvgBrush } from '../drawing/svg'
import { paintMatrix, sizeOf, type Grid } from './paintMatrix'

const measure = (words: string): number => words.length * 7
const LONG = 'Legal and institutional'

function drawn(grid: Grid): { words: string; x: number }[] {
  const brush = new SvgBrush(namedPalette)
  paintMatrix(brush, grid, namedPalette, measure)
  return [...brush.fragment().matchAll(/<text x="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, words]) => ({ words: words ?? '', x: Number(x) }))
}

it('columns are as wide as the longest of their titles, and rows as the longest of their names', () => {
  const grid = { columns: [LONG, 'Other'], rows: [{ title: 'Saint Vincent and the Grenadines', cells: [{ figure: '1', shade: 1 }, { figure: '–', shade: 0 }] }] }
  const at = Object.fromEntries(drawn(grid).map(({ words, x }) => [words, x]))
  expect(at['Other']).toBeGreaterThan((at[LONG] ?? 0) + measure(LONG))
  expect(at['1']).toBeGreaterThan((at['Saint Vincent and the Grenadines'] ?? 0) + measure('Saint Vincent and the Grenadines'))
  expect(sizeOf(grid, measure).width).toBeGreaterThan((at['Other'] ?? 0) + measure('Other'))
})
