/** The matrix that the server answers, as rows of cells to show. */

import type { Out } from '../../api/shapes'

export type Answer = Out<'Matrix'>
export type Cell = Out<'MatrixCell'>

/** What the figure of a cell is. `weighed` is offered once a category has a weight of its own. */
export const MEASURES = ['count', 'share', 'change', 'weighed'] as const
export type Measure = (typeof MEASURES)[number]

export const TOTAL = 'all'

export interface Row {
  readonly power: Out<'Country'>
  /** One for each column, null where none was found. */
  readonly cells: readonly (Cell | null)[]
}

/** The columns with the total first, and a row for each power. */
export function rowsOf(answer: Answer): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const columns = [TOTAL, ...answer.columns.filter((column) => column !== TOTAL)]
  const cells = new Map(answer.cells.map((cell) => [`${cell.power} ${cell.column}`, cell]))
  const rows = answer.powers.map((power) => ({ power, cells: columns.map((column) => cells.get(`${power.code} ${column}`) ?? null) }))
  return { columns, rows }
}

/** The figure of a cell: claims, their share of the row's, what they changed by, or their weight. */
export function figureOf(cell: Cell, measure: Measure, total: Cell | null): number | null {
  if (measure === 'share') return total?.claims ? cell.claims / total.claims : null
  if (measure === 'change') return cell.change
  return measure === 'weighed' ? cell.weighed : cell.claims
}

/** How dark a cell is, from 0 to 1, against the largest of the table; roots let small numbers be seen beside large ones. */
export function shadeOf(figure: number | null, most: number): number {
  return figure === null || most <= 0 ? 0 : Math.sqrt(Math.abs(figure) / most)
}

/** The largest figure beside the totals, which are no measure for the others. */
export function mostOf(rows: readonly Row[], measure: Measure): number {
  const figures = rows.flatMap(({ cells: [total = null, ...cells] }) => cells.map((cell) => (cell ? figureOf(cell, measure, total) : null)))
  return Math.max(0, ...figures.map((figure) => Math.abs(figure ?? 0)))
}

/** Read `ASSAULT:10,CONSULT:0.5`; what is no number above or at 0 is left out. */
export function readWeights(text: string): Record<string, number> {
  const pairs = text.split(',').map((part) => part.split(':'))
  return Object.fromEntries(pairs.flatMap(([name = '', weight = '']) => (name && weight && Number(weight) >= 0 ? [[name, Number(weight)]] : [])))
}

/** Weights as the server reads them; a weight of 1 is none. */
export function writtenWeights(weights: Readonly<Record<string, number>>): string | null {
  const told = Object.entries(weights).filter(([, weight]) => weight !== 1)
  return told.map(([name, weight]) => `${name}:${weight}`).join(',') || null
}
