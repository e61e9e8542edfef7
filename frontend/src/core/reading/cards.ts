/** Where a card would stand best, and how tall it is, in pixels. */
export interface Wanted {
  readonly top: number
  readonly height: number
}

/** Where cards stand, in the order given: each at its place or, where another is in the way, right below that one. */
export function placed(cards: readonly Wanted[], gap: number): number[] {
  let free = 0
  return cards.map(({ top, height }) => {
    const at = Math.max(top, free)
    free = at + height + gap
    return at
  })
}
