import { cutAt, type Stretch } from '../../api/offsets'

/** The sentences before and after the one in which a passage stands; '' at the ends of a text. */
export interface Around {
  readonly before: string
  readonly after: string
}

/** `span` and `sentences` count code points of `text`; sentences are in order. */
export function around(document: { readonly text: string; readonly sentences: readonly (readonly number[])[] }, span: readonly number[]): Around {
  const at = document.sentences.findLastIndex((one) => (one[0] ?? 0) <= (span[0] ?? 0))
  return { before: sentence(document, at - 1), after: sentence(document, at + 1) }
}

function sentence(document: { readonly text: string; readonly sentences: readonly (readonly number[])[] }, at: number): string {
  const found = at < 0 ? undefined : document.sentences[at]
  return found ? cutAt(document.text, found as unknown as Stretch).within.trim() : ''
}
