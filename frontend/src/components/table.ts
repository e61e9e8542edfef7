/** A column of a table: what it is called, and what of a row it sorts by and shows. */
export interface Column<Row> {
  readonly id: string
  readonly title: string
  readonly value: (row: Row) => string | number | null
  /** Figures stand at the end of their cell. */
  readonly isNumber?: boolean
  readonly isSortable?: boolean
}

export interface Order {
  readonly column: string
  readonly isRising: boolean
}

/** The rows in an order; those without a value last, whichever way. Equal rows keep their places. */
export function sorted<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  order: Order | null,
  compare: (one: string, other: string) => number,
): readonly Row[] {
  const column = columns.find((one) => one.id === order?.column)
  if (!column || !order) return rows
  const way = order.isRising ? 1 : -1
  return rows.toSorted((one, other) => {
    const [a, b] = [column.value(one), column.value(other)]
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return way * (typeof a === 'number' && typeof b === 'number' ? a - b : compare(String(a), String(b)))
  })
}

/** The order after a column's title is pressed: rising, then falling, then as the rows came. */
export function nextOrder(order: Order | null, column: string): Order | null {
  if (order?.column !== column) return { column, isRising: true }
  return order.isRising ? { column, isRising: false } : null
}
