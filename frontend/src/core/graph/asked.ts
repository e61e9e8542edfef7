/** What the link of the network page asks for. */

import type { Query } from '../address/address'
import type { Period } from '../address/period'
import { firstDay, lastDay, parseTime, type Moment } from '../time/edtf'
import { channelOf, type Channel } from '../channels/channels'
import type { NetworkFilter } from './network'

export const TABS = ['picture', 'ties', 'brokers', 'communities', 'cores'] as const
export type Tab = (typeof TABS)[number]

export interface NetworkAsked {
  /** The thing that it begins with; '' asks for the strongest ties. */
  readonly focus: string
  readonly steps: number
  /** At most so many things. */
  readonly most: number
  /** Things that were expanded, and those hidden. */
  readonly more: readonly string[]
  readonly hidden: readonly string[]
  /** The other end of the ways that are looked for from `focus`; '' looks for none. */
  readonly path: string
  readonly tab: Tab
}

export const MOST = 300
export const ALL = 20_000

export function networkAsked(query: Query): NetworkAsked {
  return {
    focus: query['focus'] ?? '',
    steps: Number(query['steps']) === 2 ? 2 : 1,
    most: query['all'] ? ALL : MOST,
    more: listOf(query['more']),
    hidden: listOf(query['hide']),
    path: query['path'] ?? '',
    tab: TABS.find((tab) => tab === query['tab']) ?? 'picture',
  }
}

/** What the picture lets through: `ch`, `kinds`, `sources` and `confirmed` of the link, and the period that all pages share. */
export function filterOf(query: Query, period: Period): NetworkFilter {
  const [channels, kinds] = [channelsOf(query), listOf(query['kinds'])]
  return {
    channels,
    kinds: kinds.length ? kinds : null,
    from: dayOf(period.from, firstDay),
    to: dayOf(period.to, lastDay),
    confirmedOnly: query['confirmed'] === 'yes',
    leastSources: Math.max(1, Number(query['sources']) || 1),
  }
}

/** The channels that a link chooses; null where it chooses none, which lets all through. */
export function channelsOf(query: Query): readonly Channel[] | null {
  const channels = listOf(query['ch']).map(channelOf)
  return channels.length ? channels : null
}

export function listOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter(Boolean)
}

/** A choice as a link carries it: nothing where all or none of the things there are is chosen. */
export function chosen(choice: readonly string[], all: readonly string[]): string | null {
  return choice.length && choice.length < all.length ? choice.join(',') : null
}

function dayOf(date: string | null, end: (moment: Moment) => string): string | null {
  const moment = date === null ? null : parseTime(date)?.start
  return moment && typeof moment !== 'string' ? end(moment) : null
}
