import type { Lying } from '../../core/reading/runs'

/** What is selected in the text of a column, in UTF-16 units of the document; null where nothing of it is. */
export function selectedIn(column: HTMLElement): Lying | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null
  const range = selection.getRangeAt(0)
  if (!column.contains(range.commonAncestorContainer)) return null
  const runs = [...column.querySelectorAll<HTMLElement>('[data-start]')].filter((run) => range.intersectsNode(run))
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return null
  return { start: unitAt(first, range.startContainer, range.startOffset, 0), end: unitAt(last, range.endContainer, range.endOffset, lengthOf(last)) }
}

/** The run in which a unit lies, or after which it comes; null where none is drawn before it. */
export function runAt(column: HTMLElement, unit: number): HTMLElement | null {
  return [...column.querySelectorAll<HTMLElement>('[data-start]')].findLast((run) => Number(run.dataset['start']) <= unit) ?? null
}

/** The unit at a position of a run; `otherwise` so far into the run where the position lies outside of it. */
function unitAt(run: HTMLElement, node: Node, offset: number, otherwise: number): number {
  const start = Number(run.dataset['start'])
  if (!run.contains(node)) return start + otherwise
  const before = document.createRange()
  before.setStart(run, 0)
  before.setEnd(node, offset)
  return start + before.toString().length
}

function lengthOf(run: HTMLElement): number {
  return run.textContent.length
}

/** Select words of a column again, whatever runs they are cut in by now. */
export function selectIn(column: HTMLElement, words: Lying): void {
  const [from, to] = [positionOf(column, words.start, true), positionOf(column, words.end, false)]
  if (from && to) getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset)
}

/** The text and the place in it of a unit: of two runs that meet there, the one that begins or the one that ends. */
function positionOf(column: HTMLElement, unit: number, isStart: boolean): { readonly node: Node; readonly offset: number } | null {
  for (const run of column.querySelectorAll<HTMLElement>('[data-start]')) {
    const offset = unit - Number(run.dataset['start'])
    const isIn = isStart ? offset >= 0 && offset < lengthOf(run) : offset > 0 && offset <= lengthOf(run)
    const node = isIn ? document.createTreeWalker(run, NodeFilter.SHOW_TEXT).nextNode() : null
    if (node) return { node, offset }
  }
  return null
}
