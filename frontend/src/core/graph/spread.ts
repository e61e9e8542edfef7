/** Push apart nodes that cover each other. */

const ROUNDS = 40
const GAP = 28

/** More than the rows of any picture, so that no two cells share a key. */
const COLUMN = 2 ** 26
const AROUND = [-1, 0, 1].flatMap((right) => [-1, 0, 1].map((down) => [right, down] as const))
const NOBODY: readonly number[] = []

/** Places in which no two discs touch, as far as so many rounds get; fixed nodes stay. */
export function spread(
  places: Float32Array<ArrayBuffer>,
  radius: Float32Array,
  fixed: (node: number) => boolean,
): Float32Array<ArrayBuffer> {
  const moved = places.slice()
  const cell = 2 * (radius.reduce((most, one) => Math.max(most, one), 0) + GAP)
  for (let round = 0; round < ROUNDS; round++) if (!pushed(moved, radius, fixed, cell)) break
  return moved
}

/** One round over all near pairs; whether anything moved. */
function pushed(places: Float32Array, radius: Float32Array, fixed: (node: number) => boolean, cell: number): boolean {
  const cells = cellsOf(places, cell)
  let any = false
  for (let node = 0; node < radius.length; node++)
    for (const key of keysAround(places, node, cell))
      for (const other of cells.get(key) ?? NOBODY)
        if (other > node && apart(places, [node, other], needed(radius, node, other), fixed)) any = true
  return any
}

function needed(radius: Float32Array, one: number, other: number): number {
  return (radius[one] ?? 0) + (radius[other] ?? 0) + GAP
}

/** Move two nodes to the distance needed; along a line of their own when they stand on one spot. */
function apart(
  places: Float32Array,
  [one, other]: readonly [number, number],
  distance: number,
  fixed: (node: number) => boolean,
): boolean {
  let dx = (places[2 * other] ?? 0) - (places[2 * one] ?? 0)
  let dy = (places[2 * other + 1] ?? 0) - (places[2 * one + 1] ?? 0)
  const length = Math.hypot(dx, dy)
  if (length >= distance - 0.01) return false
  if (length < 1e-6) [dx, dy] = [Math.cos(one + other), Math.sin(one + other)]
  const [still, stiller] = [fixed(one), fixed(other)]
  if (still && stiller) return false
  const step = (distance - length) / (length < 1e-6 ? 1 : length)
  shift(places, one, [-dx, -dy], still ? 0 : stiller ? step : step / 2)
  shift(places, other, [dx, dy], stiller ? 0 : still ? step : step / 2)
  return true
}

function shift(places: Float32Array, node: number, [dx, dy]: readonly [number, number], step: number): void {
  places[2 * node] = (places[2 * node] ?? 0) + dx * step
  places[2 * node + 1] = (places[2 * node + 1] ?? 0) + dy * step
}

function cellsOf(places: Float32Array, cell: number): Map<number, number[]> {
  const cells = new Map<number, number[]>()
  for (let node = 0; node < places.length / 2; node++) {
    const key = keyOf(cellAt(places, 2 * node, cell), cellAt(places, 2 * node + 1, cell))
    const held = cells.get(key)
    if (held) held.push(node)
    else cells.set(key, [node])
  }
  return cells
}

/** The cell of a node and the eight about it. */
function keysAround(places: Float32Array, node: number, cell: number): number[] {
  const [column, row] = [cellAt(places, 2 * node, cell), cellAt(places, 2 * node + 1, cell)]
  return AROUND.map(([right, down]) => keyOf(column + right, row + down))
}

function keyOf(column: number, row: number): number {
  return column * COLUMN + row
}

function cellAt(places: Float32Array, at: number, cell: number): number {
  return Math.floor((places[at] ?? 0) / cell)
}
