/** A field of the filter language with the values that it knows. */
export interface Field {
  readonly word: string
  readonly asks: string
  readonly example: string
  readonly choices: readonly string[]
}

/** What may stand in place of the word that is being written. */
export interface Suggestion {
  /** What is put in its place. */
  readonly text: string
  /** What it asks, for a field. */
  readonly says: string
}

/** The word of a line that is being written, `start` to `end`, with its field if it has one. */
export interface Writing {
  readonly start: number
  readonly end: number
  readonly field: string | null
  readonly typed: string
}

const PARTIES = new Set(['who', 'with', 'by', 'to', 'place'])
const SHOWN = 8

/** The word at the caret: `who:"Ama Ow` is the field `who` and what is typed of its value. */
export function writingAt(line: string, caret: number): Writing {
  let start = caret
  let isQuoted = (line.slice(0, caret).match(/"/g)?.length ?? 0) % 2 === 1
  while (start > 0 && (isQuoted || !/[\s()]/.test(line[start - 1] ?? ''))) {
    start -= 1
    if (line[start] === '"') isQuoted = !isQuoted
  }
  if (line[start] === '-') start += 1
  const word = line.slice(start, caret)
  const colon = word.indexOf(':')
  if (colon < 0) return { start, end: caret, field: null, typed: word }
  return { start, end: caret, field: word.slice(0, colon), typed: word.slice(colon + 1).replaceAll('"', '') }
}

/** Whether what is written may be the name of a thing of the case: the value of a field that takes one, or a plain word. */
export function asksName(writing: Writing): boolean {
  return writing.typed.length > 1 && (writing.field === null ? writing.typed.length > 2 : PARTIES.has(writing.field))
}

/** Fields that begin so and things that are called so, or values of a field: its own choices, or the names `found` where it asks for a thing. */
export function suggestionsFor(writing: Writing, fields: readonly Field[], found: readonly string[]): Suggestion[] {
  const names = [...new Set(found)] // two things of one name are one condition
  const typed = writing.typed.toLocaleLowerCase()
  if (writing.field === null) {
    const fitting = typed ? fields.filter((one) => one.word.startsWith(typed)) : fields
    const parties = names.map((name) => ({ text: `who:${quoted(name)}`, says: '' }))
    return [...fitting.map((one) => ({ text: `${one.word}:`, says: one.asks })), ...parties].slice(0, SHOWN)
  }
  const choices = fields.find((one) => one.word === writing.field)?.choices ?? []
  const values = asksName(writing) ? names : choices.filter((one) => one.toLocaleLowerCase().startsWith(typed))
  return values.slice(0, SHOWN).map((value) => ({ text: `${writing.field}:${quoted(value)}`, says: '' }))
}

/** The line with a suggestion in place, and where the caret is then. A value is followed by a space. */
export function completed(line: string, writing: Writing, suggestion: Suggestion): { readonly line: string; readonly caret: number } {
  const put = suggestion.text.endsWith(':') ? suggestion.text : `${suggestion.text} `
  const rest = line.slice(writing.end).replace(/^"?\s*/, '')
  return { line: line.slice(0, writing.start) + put + rest, caret: writing.start + put.length }
}

/** A value as the filter language takes it: in quotation marks where it has more than letters and digits. */
export function quoted(value: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(value) ? value : `"${value.replaceAll('"', ' ')}"`
}
