/** The network that the server answers, as the picture and the table take it. */

import type { Out } from '../../api/shapes'
import { CHANNELS, channelOf, type Channel } from '../channels/channels'
import { passesEdge, type Network, type NetworkEdge, type NetworkFilter } from './network'

export type Tie = Out<'Tie'>
export type Thing = Out<'Node'>
export type Answer = Pick<Out<'Network'>, 'nodes' | 'ties'>

/** A tie between its two things, as a table shows it. */
export interface TieRow {
  readonly tie: Tie
  readonly one: Thing
  readonly other: Thing
}

/** Several answers as one: each thing and each tie once, as the first answer tells it. */
export function merged(answers: readonly Answer[]): Answer {
  return { nodes: unique(answers.flatMap((one) => one.nodes)), ties: unique(answers.flatMap((one) => one.ties)) }
}

export function networkOf({ nodes, ties }: Answer): Network {
  return {
    nodes: nodes.map((one) => ({ id: one.id, label: one.caption, kind: one.schema_name, weight: one.claims })),
    edges: ties.map(edgeOf),
  }
}

/** The ties that a filter lets through, those of most claims first. */
export function rowsOf({ nodes, ties }: Answer, filter: NetworkFilter, hidden: ReadonlySet<string>): TieRow[] {
  const open = nodes.filter((one) => !hidden.has(one.id) && (!filter.kinds || filter.kinds.includes(one.schema_name)))
  const things = new Map(open.map((one) => [one.id, one]))
  return ties
    .filter((tie) => passesEdge(edgeOf(tie), filter))
    .flatMap((tie) => {
      const [one, other] = [things.get(tie.one), things.get(tie.other)]
      return one && other ? [{ tie, one, other }] : []
    })
    .sort((a, b) => b.tie.claims - a.tie.claims)
}

/** The line of the filter language that finds the claims of a tie. What is no event is asked for by its kind. */
export function lineOfTie(tie: Pick<Tie, 'one' | 'other' | 'channel'>): string {
  const isKind = ['tie', 'office', 'instrument'].includes(tie.channel)
  return `who:"${tie.one}" with:"${tie.other}" ${isKind ? 'kind' : 'channel'}:${tie.channel}`
}

/** How many ties there are in each channel, in the order of the channels; channels without any are left out. */
export function channelCounts(ties: readonly Tie[]): [Channel, number][] {
  const of = (channel: Channel): number => ties.filter((tie) => channelOf(tie.channel) === channel).length
  return CHANNELS.map((channel): [Channel, number] => [channel, of(channel)]).filter(([, count]) => count > 0)
}

/** How many things there are of each kind, the most first. */
export function kindCounts(nodes: readonly Thing[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { schema_name: kind } of nodes) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

/** What the ways between two things add to a network: their things, and a tie for each pair that it does not join. */
export function addedBy(paths: Out<'Paths'>, answer: Answer): Answer {
  const joined = new Set(answer.ties.map(pairOf))
  const legs = paths.paths.flatMap((path) => path.legs)
  const ties = legs.filter((leg) => !joined.has(pairOf({ one: leg.one.id, other: leg.other.id }))).map(tieOfLeg)
  return { nodes: legs.flatMap((leg) => [leg.one, leg.other]), ties }
}

/** The ids of the ties and things on the ways between two things. */
export function onPaths(paths: Out<'Paths'>, answer: Answer): Set<string> {
  const pairs = new Set(paths.paths.flatMap((path) => path.legs.map((leg) => pairOf({ one: leg.one.id, other: leg.other.id }))))
  return new Set(answer.ties.filter((tie) => pairs.has(pairOf(tie))).map((tie) => tie.id))
}

function tieOfLeg({ one, other, claims, more }: Out<'Leg'>): Tie {
  const best = claims[0]
  return {
    id: `${one.id}-${other.id}`,
    one: one.id,
    other: other.id,
    channel: best?.channel || best?.kind || 'other',
    claims: claims.length + more,
    claim: best?.id ?? '',
    sources: best?.sources ?? 0,
    first: best?.first ?? null,
    last: best?.last ?? null,
    review: best?.review ?? 'open',
  }
}

function pairOf({ one, other }: Pick<Tie, 'one' | 'other'>): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

function edgeOf(tie: Tie): NetworkEdge {
  return {
    id: tie.id,
    source: tie.one,
    target: tie.other,
    channel: channelOf(tie.channel),
    count: tie.claims,
    sources: tie.sources,
    first: tie.first,
    last: tie.last,
    status: tie.review === 'confirmed' ? 'confirmed' : 'proposed',
  }
}

function unique<Item extends { readonly id: string }>(items: readonly Item[]): Item[] {
  const kept = new Map<string, Item>()
  for (const item of items) if (!kept.has(item.id)) kept.set(item.id, item)
  return [...kept.values()]
}
