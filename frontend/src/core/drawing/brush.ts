/** What pictures draw with: the same calls fill a canvas on the screen and write the SVG of an export, so both agree. */

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Box extends Size {
  readonly x: number
  readonly y: number
}

export interface Stroke {
  readonly color: string
  readonly width: number
  readonly alpha?: number
  readonly dash?: readonly number[]
}

export interface Paint {
  readonly fill?: string
  readonly alpha?: number
  readonly stroke?: Stroke
}

export interface Type {
  readonly color: string
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
  /** The colour of a rim that keeps words readable over lines. */
  readonly halo?: string
  readonly bold?: boolean
  readonly serif?: boolean
}

/** The width of words at a size, in pixels. */
export type Measure = (words: string, size: number) => number

/** Coordinates and sizes are CSS pixels; text stands on its middle line. */
export interface Brush {
  /** Separate lines, four numbers each: x1, y1, x2, y2. */
  lines(ends: ArrayLike<number>, stroke: Stroke): void
  /** A closed outline of x, y pairs. */
  polygon(corners: ArrayLike<number>, paint: Paint): void
  circle(x: number, y: number, radius: number, paint: Paint): void
  box(box: Box, paint: Paint): void
  /** An outline in SVG's path language. */
  shape(path: string, paint: Paint): void
  text(x: number, y: number, words: string, type: Type): void
  /** Draw with the box's corner as origin, and nothing outside of it. */
  inside(box: Box, draw: () => void): void
}
