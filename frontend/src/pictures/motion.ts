/** Gliding from one view to another, unless the reader asked for less motion. */

const GLIDE_MS = 240

/** Whether the reader asked their system for less motion. */
function stillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** Call `step` with the way gone (0–1) in each frame until it is 1; at once with 1 under reduced motion. The answer stops it. */
export function glide(step: (way: number) => void): () => void {
  if (stillness()) {
    step(1)
    return () => undefined
  }
  const start = performance.now()
  const advance = (now: number) => {
    const way = Math.min(1, Math.max(0, (now - start) / GLIDE_MS))
    step(1 - (1 - way) ** 3)
    if (way < 1) frame = requestAnimationFrame(advance)
  }
  let frame = requestAnimationFrame(advance)
  return () => cancelAnimationFrame(frame)
}
