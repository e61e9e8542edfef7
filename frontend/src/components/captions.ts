import type { Out } from '../api/shapes'
import { here } from '../core/address/here.svelte'
import type { Channel } from '../core/channels/channels'
import type { Caption, LegendEntry } from '../core/drawing/sheet'
import { sayTime } from '../core/words/dates'
import { sayPeriod } from '../core/words/periods'
import { t, word } from '../core/words/words.svelte'

export type Scope = Out<'Scope'>

/** What an export says of itself: what it shows, of when, by which filter, over how many sources, and the day it was made. */
export function captionOf(title: string, scope: Scope | null, legend: readonly LegendEntry[]): Caption {
  return {
    title: `${title} · ${here.case}`,
    period: sayPeriod(here.period),
    filters: here.filter,
    sources: scope ? sayScope(scope) : '',
    date: sayTime(new Date().toISOString().slice(0, 10)),
    legend,
  }
}

/** `12 claims in 9 documents, 4 independent sources; 40 documents searched`. */
export function sayScope(scope: Scope): string {
  const [claims, documents, sources] = [
    t('drawer.claims', { count: scope.claims }),
    t('cases.documents', { count: scope.documents }),
    t('claim.sources', { count: scope.sources }),
  ]
  return t('picture.scope', { claims, documents, sources, searched: scope.searched })
}

export function channelLegend(channels: readonly Channel[]): LegendEntry[] {
  return channels.map((channel) => ({ channel, words: word('channel', channel) }))
}
