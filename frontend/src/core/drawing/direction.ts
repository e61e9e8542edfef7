/** Moving between marks by arrow keys. */

export type Direction = 'left' | 'right' | 'up' | 'down'

export interface Point {
  readonly x: number
  readonly y: number
}

const WAYS: Record<Direction, readonly [number, number]> = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] }

/** So far in a direction, as right and down. */
export function stepTo(direction: Direction, far: number): readonly [number, number] {
  const [right, down] = WAYS[direction]
  return [right * far, down * far]
}

/** What is nearest in a direction: ahead, not more than twice as far aside, what lies straight ahead first; null if none. */
export function nearestTowards<Mark>(
  from: Point,
  direction: Direction,
  marks: Iterable<readonly [Mark, Point]>,
): Mark | null {
  const [right, down] = WAYS[direction]
  let [best, least] = [null as Mark | null, Infinity]
  for (const [mark, point] of marks) {
    const [dx, dy] = [point.x - from.x, point.y - from.y]
    const ahead = dx * right + dy * down
    const aside = Math.abs(dx * down) + Math.abs(dy * right)
    if (ahead > 0 && aside <= 2 * ahead && ahead + 2 * aside < least) [best, least] = [mark, ahead + 2 * aside]
  }
  return best
}
