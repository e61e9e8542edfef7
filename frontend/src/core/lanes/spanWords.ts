/** The words that a span bears, and the room that they want. */

import type { Measure } from '../drawing/brush'
import { shortened } from '../drawing/labels'
import type { Span } from './lanes'

/** The size of words on lanes, in pixels. */
export const WORDS = 12.5
/** A dot or glyph and the gaps around it, beside the words. */
const BESIDE_WORDS = 22
const MOST_LETTERS = 44

export function wordsOf(span: Span): string {
  return shortened(span.item.label, MOST_LETTERS)
}

/** Pixels that the words of a span want. */
export function wordsWidth(span: Span, measure: Measure): number {
  return measure(wordsOf(span), WORDS) + BESIDE_WORDS
}
