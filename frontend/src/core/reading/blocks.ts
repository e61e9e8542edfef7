/** A stretch of a document that is drawn at once: `start` to `end` in UTF-16 units; `page` where one begins (from 1). */
export interface Block {
  readonly start: number
  readonly end: number
  readonly page: number | null
}

/** Long enough that a million characters are a thousand blocks, short enough that one is drawn at once. */
const LEAST = 900
const MOST = 6_000

/** Cut a text in blocks at the starts of sentences: after a line's end once a block is long enough, and at every page. */
export function blocksOf(text: string, sentenceStarts: readonly number[], pageStarts: readonly number[]): Block[] {
  const pages = new Map(pageStarts.map((start, at) => [start, at + 1]))
  const cuts = [...new Set([...sentenceStarts, ...pageStarts])].sort((one, other) => one - other)
  const blocks: Block[] = []
  let start = 0
  const close = (end: number): void => {
    if (end > start) blocks.push({ start, end, page: pages.get(start) ?? null })
    start = end
  }
  for (const cut of cuts) {
    const isLong = cut - start >= (text[cut - 1] === '\n' ? LEAST : MOST)
    if (isLong || pages.has(cut)) close(cut)
  }
  close(text.length)
  return blocks
}

/** The block in which a position lies. */
export function blockAt(blocks: readonly Block[], unit: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) <= unit) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the lines of a text were broken by a machine at a width: then most of them go on in small letters. */
export function isHardWrapped(text: string): boolean {
  const sample = text.slice(0, 20_000)
  const lines = sample.match(/[^\n]\n(?=[^\n])/g)?.length ?? 0
  const goingOn = sample.match(/[^\n]\n(?=\p{Ll})/gu)?.length ?? 0
  return lines > 3 && goingOn / lines > 0.4
}
