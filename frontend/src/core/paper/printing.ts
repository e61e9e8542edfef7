/** What a page draws for paper alone, and how it takes that away again. */
interface Drawing {
  readonly draw: () => void
  readonly after: () => void
}

const drawings = new Set<Drawing>()

/** Draw for paper what the screen does not show: `$effect(() => whenPrinted(() => …))`. All of it is drawn before footnotes are numbered. */
export function whenPrinted(draw: () => void, after: () => void = () => undefined): () => void {
  const drawing = { draw, after }
  drawings.add(drawing)
  return () => void drawings.delete(drawing)
}

export function drawForPaper(): void {
  for (const one of drawings) one.draw()
}

export function drawForScreen(): void {
  for (const one of drawings) one.after()
}
