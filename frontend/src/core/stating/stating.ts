import { pointsOf } from '../../api/offsets'
import type { Out } from '../../api/shapes'
import { overlaps, type Lying } from '../reading/runs'

export type Part = Out<'Part'>
export type Schema = Out<'Schema'>
export type Stated = Out<'NewStatement'>

/** The kinds that a person can state. */
export const KINDS = ['event', 'office', 'tie', 'instrument', 'quantity', 'quotation'] as const
export type Kind = (typeof KINDS)[number]

/** The sorts of thing that a person can mark, the most usual first. */
export const SORTS: readonly Schema[] = ['Person', 'Organization', 'PublicBody', 'Company', 'Place', 'Vehicle', 'Project', 'Law', 'Event']

/** The parts without which nothing is stated. */
const NEEDED: { readonly [kind in Kind]: readonly Part[] } = {
  event: ['actor'], office: ['person'], tie: ['source', 'target'], instrument: [], quantity: [], quotation: ['speaker'],
}

/** Who stands first in a sentence mostly acts, and who stands second is mostly acted upon. */
const FIRST: { readonly [kind in Kind]: readonly Part[] } = {
  event: ['actor', 'recipient'],
  office: ['person', 'body'],
  tie: ['source', 'target'],
  instrument: ['issuer'],
  quantity: ['subject'],
  quotation: ['speaker'],
}

/** Words that can fill a part: a name of the text, or words that a person marks as one. In UTF-16 units. */
export interface Name extends Lying {
  readonly caption: string
  readonly kind: string
  readonly thing?: string
}

export type Filled = { readonly [part in Part]?: readonly Name[] }

/** What is stated beside its words and parts. Empty is nothing said. */
export interface Values {
  readonly category: string
  readonly context: string
  readonly role: string
  readonly status: Out<'OfficeStatus'>
  readonly start: string
  readonly end: string
  readonly tie: string
  readonly instrument: string
  readonly title: string
  readonly number: string
  readonly valid: string
  readonly amount: string
  readonly of: string
  readonly cue: string
  readonly direct: boolean
  readonly time: string
  readonly modality: Out<'Modality'>
}

export const NOTHING_SAID: Values = {
  category: 'CONSULT', context: '', role: '', status: 'unknown', start: '', end: '', tie: 'owns', time: '', modality: 'asserted',
  instrument: 'law', title: '', number: '', valid: '', amount: '', of: '', cue: '', direct: false,
}

/** From the start of the first sentence that words touch to the end of the last one. */
export function sentenceOf(sentences: readonly Lying[], words: Lying): Lying {
  const touched = sentences.filter((one) => overlaps(one, words))
  return { start: Math.min(words.start, ...touched.map((one) => one.start)), end: Math.max(words.end, ...touched.map((one) => one.end)) }
}

/** The sentence before or after words; null at an end. */
export function sentenceBeside(sentences: readonly Lying[], words: Lying, step: 1 | -1): Lying | null {
  const { start, end } = sentenceOf(sentences, words)
  return (step > 0 ? sentences.find((one) => one.start >= end) : sentences.findLast((one) => one.end <= start)) ?? null
}

/** The names within a stretch, each thing once, in the order of the text. */
export function namesIn<One extends Name>(named: readonly One[], within: Lying): One[] {
  const known = new Set<string>()
  return named.filter((one) => {
    const isNew = overlaps(one, within) && !known.has(one.thing ?? `${one.start}`)
    if (isNew) known.add(one.thing ?? `${one.start}`)
    return isNew
  })
}

/** Whether a sort of thing can fill a part: places are where it was, and people hold offices. */
export function canFill(part: Part, kind: string): boolean {
  if (part === 'place') return kind === 'Place'
  if (part === 'person') return kind === 'Person'
  return part !== 'speaker' || kind !== 'Place'
}

/** The parts filled by the names of a sentence, as a suggestion: in the order of the text, each name once. */
export function prefilled(kind: Kind, names: readonly Name[]): Filled {
  const left = [...names]
  const filled = FIRST[kind].map((part): [Part, Name[]] => {
    const at = left.findIndex((one) => canFill(part, one.kind))
    return [part, at < 0 ? [] : left.splice(at, 1)]
  })
  return Object.fromEntries(filled)
}

/** A part with a name put in or taken out. */
export function toggled(filled: Filled, part: Part, name: Name): Filled {
  const old = filled[part] ?? []
  const without = old.filter((one) => one.start !== name.start || one.end !== name.end)
  const isAlone = part === 'place' || part === 'speaker'
  return { ...filled, [part]: without.length < old.length ? without : isAlone ? [name] : [...old, name] }
}

/** Where words stand, whatever white space is between them: in a stretch first, else anywhere. */
export function foundIn(text: string, words: string, near: Lying): Lying | null {
  const pieces = words.trim().split(/\s+/).filter(Boolean).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (!pieces.length) return null
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${pieces.join('\\s+')}(?![\\p{L}\\p{N}_])`, 'gu')
  const found = [...text.matchAll(pattern)].map((one) => ({ start: one.index, end: one.index + one[0].length }))
  return found.find((one) => overlaps(one, near)) ?? found[0] ?? null
}

/** Without white space at its ends; null where nothing else is there. */
export function trimmed(text: string, words: Lying): Lying | null {
  const said = text.slice(words.start, words.end)
  const start = words.start + said.length - said.trimStart().length
  const end = words.end - (said.length - said.trimEnd().length)
  return start < end ? { start, end } : null
}

/** The parts that are missing still. */
export function missing(kind: Kind, filled: Filled): readonly Part[] {
  return NEEDED[kind].filter((part) => !filled[part]?.length)
}

/** What the words themselves suggest: the title of an instrument, and the first number, without signs for thousands, with the word behind it. */
export function suggested(words: string): Pick<Values, 'title' | 'amount'> {
  const line = words.replace(/\s+/g, ' ').trim()
  const [, number = '', unit = ''] = /(\d+(?:[,  ]\d{3})*(?:\.\d+)?)\s*(\p{L}+|%)?/u.exec(line) ?? []
  const amount = number && `${number.replaceAll(/[,  ]/g, '')} ${unit === '%' ? 'percent' : unit}`.trim()
  return { title: line.length <= LONGEST_TITLE ? line : '', amount }
}

const LONGEST_TITLE = 120

/** What is stated as the server takes it, counted in code points. */
export function statementOf(text: string, kind: Kind, words: Lying, { filled, values }: { filled: Filled; values: Values }): Stated {
  const points = ({ start, end }: Lying): [number, number] => [pointsOf(text, start), pointsOf(text, end)]
  const parts = (Object.entries(filled) as [Part, readonly Name[]][]).flatMap(([part, names]) =>
    names.map((one) => ({ part, span: points(one), schema_name: one.kind as Schema })),
  )
  const { category, context, role, status, start, end, tie, time, modality, direct } = values
  const told = {
    event: { category: category as Out<'Category'>, contexts: context ? [context as Out<'Context'>] : [] },
    office: { role, status, start: start || null, end: end || null },
    tie: { tie: tie as Out<'TieKind'> },
    instrument: { instrument: values.instrument as Out<'InstrumentKind'>, title: values.title, number: values.number || null, valid: values.valid || null },
    quantity: { amount: values.amount, of: values.of || null },
    quotation: { cue: values.cue, direct },
  }[kind]
  return { kind, span: points(words), parts, time: time || null, modality, contexts: [], status: 'unknown', direct: false, ...told }
}
