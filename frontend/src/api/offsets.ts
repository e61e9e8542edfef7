/** A stretch of text: `start` counted in, `end` not. */
export type Stretch = readonly [start: number, end: number]

/** A text cut at a stretch. */
export interface Cut {
  readonly before: string
  readonly within: string
  readonly after: string
}

/** The server counts code points, JavaScript UTF-16 units: where a text has astral characters (`😀`, `𝒜`) they differ. Past the end is the end. */
export function unitsOf(text: string, points: number): number {
  let units = 0
  for (let point = 0; point < points && units < text.length; point += 1) units += isAstral(text, units) ? 2 : 1
  return units
}

/** The other way round: a position in UTF-16 units, such as that of a selection in the page, as the server counts it. */
export function pointsOf(text: string, units: number): number {
  let points = 0
  for (let unit = 0; unit < units && unit < text.length; points += 1) unit += isAstral(text, unit) ? 2 : 1
  return points
}

/** Many positions (code points, in rising order) at once: the text is gone through one time. */
export function allUnitsOf(text: string, points: readonly number[]): number[] {
  let units = 0
  let passed = 0
  return points.map((point) => {
    for (; passed < point && units < text.length; passed += 1) units += isAstral(text, units) ? 2 : 1
    return units
  })
}

/** Cut a text at a stretch of code points. A stretch that is none leaves the whole text before it. */
export function cutAt(text: string, stretch: Stretch | null | undefined): Cut {
  if (!stretch || stretch[1] <= stretch[0]) return { before: text, within: '', after: '' }
  const start = unitsOf(text, stretch[0])
  const end = unitsOf(text, stretch[1])
  return { before: text.slice(0, start), within: text.slice(start, end), after: text.slice(end) }
}

function isAstral(text: string, unit: number): boolean {
  return (text.codePointAt(unit) ?? 0) > 0xffff
}

/** Turns positions of a text (code points) into UTF-16 units, for many in any order. Of a text without astral characters they are the same. */
export function converterOf(text: string, points: readonly number[]): (point: number) => number {
  if (!/[\ud800-\udbff]/.test(text)) return (point) => Math.min(point, text.length)
  const rising = [...new Set(points)].sort((one, other) => one - other)
  const units = new Map(allUnitsOf(text, rising).map((unit, at) => [rising[at] ?? 0, unit]))
  return (point) => units.get(point) ?? unitsOf(text, point)
}
