/** Something that lies in a text from `start` to `end`, in UTF-16 units. */
export interface Lying {
  readonly start: number
  readonly end: number
}

/** A stretch of one look: the mention it belongs to, if any, and all that is told by words over it. */
export interface Run<Mention extends Lying, Told extends Lying> {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly mention: Mention | null
  readonly told: readonly Told[]
}

/** Cut a part of a text where mentions and told words begin and end. Of mentions within each other the first given counts. */
export function runsOf<Mention extends Lying, Told extends Lying>(
  text: string,
  within: Lying,
  mentions: readonly Mention[],
  told: readonly Told[],
): Run<Mention, Told>[] {
  const named = mentions.filter((one) => overlaps(one, within))
  const said = told.filter((one) => overlaps(one, within))
  const cuts = [within.start, within.end, ...[...named, ...said].flatMap((one) => [one.start, one.end])]
  const edges = [...new Set(cuts)].filter((cut) => cut >= within.start && cut <= within.end).sort((a, b) => a - b)
  return edges.slice(1).map((end, at) => {
    const run = { start: edges[at] ?? within.start, end }
    const mention = named.find((one) => overlaps(one, run)) ?? null
    return { ...run, text: text.slice(run.start, end), mention, told: said.filter((one) => overlaps(one, run)) }
  })
}

export function overlaps(one: Lying, other: Lying): boolean {
  return one.start < other.end && other.start < one.end
}
