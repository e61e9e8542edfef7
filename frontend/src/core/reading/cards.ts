/** Where a card would stand best, and how tall it is, in pixels. */
export interface Wanted {
  readonly top: number
  readonly height: number
}

/**
 * Where cards stand, in the order given: each at its place or, where another is in the way, right below that one. The
 * card `open`, if any, keeps its place as far as there is room above it: the others make way upwards and downwards.
 */
export function placed(cards: readonly Wanted[], gap: number, open = -1): number[] {
  const held = cards[open]
  if (!held) return below(cards, gap, 0)
  const above = cards.slice(0, open)
  const room = above.reduce((sum, card) => sum + card.height + gap, 0)
  const top = Math.max(held.top, room)
  const tops = below(above, gap, 0)
  let end = top
  for (let at = open - 1; at >= 0; at -= 1) {
    tops[at] = Math.min(tops[at] ?? 0, end - gap - (above[at]?.height ?? 0))
    end = tops[at] ?? 0
  }
  return [...tops, top, ...below(cards.slice(open + 1), gap, top + held.height + gap)]
}

function below(cards: readonly Wanted[], gap: number, from: number): number[] {
  let free = from
  return cards.map(({ top, height }) => {
    const at = Math.max(top, free)
    free = at + height + gap
    return at
  })
}
