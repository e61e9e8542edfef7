type Cell = string | number | null

/** Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is kept text by an apostrophe. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map(written).join(',')).join('\r\n') + '\r\n'
}

/** A file's name from a title: letters, digits and hyphens, whatever the language. */
export function fileName(title: string, ending: string): string {
  const plain = title.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '').toLowerCase()
  return `${plain || 'palanca'}.${ending}`
}

/** What begins a formula (OWASP, "CSV Injection"), as `exchange/spreadsheets.py` has it too; a number is none. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/
const NUMBER = /^[+-]?\d[\d,]*(\.\d+)?$/

function written(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const words = cell ?? ''
  const text = FORMULA.test(words) && !NUMBER.test(words) ? `'${words}` : words
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
