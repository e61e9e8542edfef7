/** A network of things and their ties, and which of them a filter lets through. */

import type { Channel } from '../channels/channels'
import type { Status } from '../channels/status'

export interface NetworkNode {
  readonly id: string
  readonly label: string
  /** `Person`, `Company`, `Place` …, as the case names its schemata. */
  readonly kind: string
  /** What ranks it: the number of its claims. */
  readonly weight: number
}

/** All claims of one channel between two things. */
export interface NetworkEdge {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly channel: Channel
  readonly count: number
  /** Independent sources of these claims. */
  readonly sources: number
  /** First and last day, `YYYY-MM-DD`; null where no claim is dated. */
  readonly first: string | null
  readonly last: string | null
  readonly status: Status
}

export type Place = readonly [x: number, y: number]

export interface Network {
  readonly nodes: readonly NetworkNode[]
  readonly edges: readonly NetworkEdge[]
  /** Places that stay as they are: stored with the case, or kept while a network is expanded. */
  readonly places?: Readonly<Record<string, Place>>
}

/** Null lets all through. A tie without date passes only where no period is set. */
export interface NetworkFilter {
  readonly channels: readonly Channel[] | null
  readonly kinds: readonly string[] | null
  readonly from: string | null
  readonly to: string | null
  readonly confirmedOnly: boolean
  /** 1 lets all through. */
  readonly leastSources: number
}

export const EVERYTHING: NetworkFilter = {
  channels: null,
  kinds: null,
  from: null,
  to: null,
  confirmedOnly: false,
  leastSources: 1,
}

export function passesEdge(edge: NetworkEdge, filter: NetworkFilter): boolean {
  if (filter.channels && !filter.channels.includes(edge.channel)) return false
  if (filter.confirmedOnly && edge.status !== 'confirmed') return false
  if (edge.sources < filter.leastSources) return false
  return passesPeriod(edge.first, edge.last, filter)
}

/** Whether a span of days touches the filter's period. */
function passesPeriod(
  first: string | null,
  last: string | null,
  period: { readonly from: string | null; readonly to: string | null },
): boolean {
  if (period.from === null && period.to === null) return true
  const [start, end] = [first ?? last, last ?? first]
  if (start === null || end === null) return false
  return (period.to === null || start <= period.to) && (period.from === null || end >= period.from)
}
