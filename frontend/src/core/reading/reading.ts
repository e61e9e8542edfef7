import { converterOf } from '../../api/offsets'
import type { Out } from '../../api/shapes'
import { blocksOf, type Block } from './blocks'
import type { Lying } from './runs'

/** A mention in UTF-16 units of the text. */
export interface Named extends Lying {
  readonly thing: string
  readonly caption: string
  readonly kind: string
  /** Whether a person marked it, and no reader saw it. */
  readonly isMarked: boolean
}

/** Words that tell a claim, with their sentence, in UTF-16 units of the text. */
export interface Saying extends Lying {
  readonly claim: string
  readonly statement: string
  readonly time: string | null
  readonly sentence: Lying
}

/** A document as it is drawn: everything in UTF-16 units, what is told in the order of the text. */
export interface Reading {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly named: readonly Named[]
  readonly told: readonly Saying[]
  readonly sentences: readonly Lying[]
  /** The claims in the order in which they are first told. */
  readonly claims: readonly string[]
  /** Turns a position as the server counts into one of the text. */
  readonly unit: (point: number) => number
}

export function readingOf(shown: Pick<Out<'DocumentShown'>, 'text' | 'sentences' | 'page_starts' | 'mentions' | 'told' | 'cells'>): Reading {
  const spans = [...shown.sentences, ...shown.mentions.map((one) => one.span), ...shown.told.flatMap((one) => [one.span, one.sentence]), ...shown.cells.map((one) => one.span)]
  const unit = converterOf(shown.text, [...spans.flat(), ...shown.page_starts])
  const lying = ([start, end]: readonly [number, number]): Lying => ({ start: unit(start), end: unit(end) })
  const sentenceStarts = shown.sentences.map(([start]) => unit(start))
  const told = shown.told.map((one) => ({ ...lying(one.span), claim: one.claim, statement: one.statement, time: one.time, sentence: lying(one.sentence) }))
  return {
    text: shown.text,
    blocks: blocksOf(shown.text, sentenceStarts, shown.page_starts.map(unit)),
    named: shown.mentions.map((one) => ({ ...lying(one.span), thing: one.thing, caption: one.caption, kind: one.schema_name, isMarked: one.form === 'marked' })),
    told,
    sentences: shown.sentences.map(lying),
    claims: [...new Set(told.map((one) => one.claim))],
    unit,
  }
}

/** The claim before or after one in the order of the text; the first where none is open. At an end there is none further. */
export function neighbour(claims: readonly string[], claim: string | undefined, step: 1 | -1): string | null {
  if (!claims.length) return null
  const at = claim === undefined ? -1 : claims.indexOf(claim)
  if (at < 0) return claims[0] ?? null
  return claims[at + step] ?? null
}

/** The stretch `start-end` of an address, as the server counts; null where it says none. */
export function stretchOf(text: string | undefined): readonly [number, number] | null {
  const found = /^(\d+)-(\d+)$/.exec(text ?? '')
  return found ? [Number(found[1]), Number(found[2])] : null
}
