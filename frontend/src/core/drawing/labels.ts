/** Labels that never cover each other: the first in rank take their places first. */

import type { Box, Measure } from './brush'

export interface Wanted {
  /** The mark that the words belong to; whoever wants places gives them in order of rank. */
  readonly mark: number
  readonly words: string
  readonly x: number
  readonly y: number
  readonly radius: number
}

export interface Label extends Box {
  readonly mark: number
  readonly words: string
}

export interface Room {
  readonly size: number
  readonly measure: Measure
  /** The area that words must stay in. */
  readonly within: Box
  readonly most: number
}

const CELL = 48
const LONGEST = 34

/** Boxes in a grid of cells, to ask quickly whether a new one is free. */
class Crowd {
  private readonly cells = new Map<string, Box[]>()

  add(box: Box): void {
    for (const cell of cellsOf(box)) {
      const held = this.cells.get(cell)
      if (held) held.push(box)
      else this.cells.set(cell, [box])
    }
  }

  free(box: Box): boolean {
    return cellsOf(box).every((cell) => (this.cells.get(cell) ?? []).every((held) => !overlap(held, box)))
  }
}

/**
 * The labels that fit, right of their mark, else left, below or above; `most` at the most. They keep off all marks; the
 * first quarter in rank may cover lesser marks where a crowd would leave the most important without a name.
 */
export function placeLabels(wanted: readonly Wanted[], room: Room): Label[] {
  const marks = new Crowd()
  for (const one of wanted) marks.add(around(one))
  const taken = new Crowd()
  const placed: Label[] = []
  for (const [rank, one] of wanted.entries()) {
    if (placed.length >= room.most) break
    taken.add(around(one))
    const words = shortened(one.words)
    const open = spots(one, room.measure(words, room.size), room.size * 1.25).filter(
      (spot) => inside(spot, room.within) && taken.free(spot),
    )
    const box = open.find((spot) => marks.free(spot)) ?? (rank < room.most / 4 ? open[0] : undefined)
    if (!box) continue
    taken.add(box)
    placed.push({ ...box, mark: one.mark, words })
  }
  return placed
}

/** Words cut to a length that leaves room for others. */
export function shortened(words: string, longest = LONGEST): string {
  const signs = [...words]
  return signs.length > longest
    ? `${signs
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`
    : words
}

function around(one: Wanted): Box {
  const reach = one.radius * 0.8
  return { x: one.x - reach, y: one.y - reach, width: 2 * reach, height: 2 * reach }
}

function spots(one: Wanted, width: number, height: number): Box[] {
  const gap = one.radius + 4
  const middle = { x: one.x - width / 2, width, height }
  return [
    { x: one.x + gap, y: one.y - height / 2, width, height },
    { x: one.x - gap - width, y: one.y - height / 2, width, height },
    { ...middle, y: one.y + gap - 2 },
    { ...middle, y: one.y - gap - height + 2 },
  ]
}

function inside(box: Box, frame: Box): boolean {
  return (
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  )
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function cellsOf(box: Box): string[] {
  const cells: string[] = []
  for (let column = Math.floor(box.x / CELL); column <= Math.floor((box.x + box.width) / CELL); column++)
    for (let row = Math.floor(box.y / CELL); row <= Math.floor((box.y + box.height) / CELL); row++)
      cells.push(`${column} ${row}`)
  return cells
}
