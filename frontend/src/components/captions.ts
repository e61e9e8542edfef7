import type { Out } from '../api/shapes'
import { here } from '../core/address/here.svelte'
import type { Channel } from '../core/channels/channels'
import type { Caption, LegendEntry } from '../core/drawing/sheet'
import { sayTime } from '../core/words/dates'
import { sayPeriod } from '../core/words/periods'
import { t, word } from '../core/words/words.svelte'

export type Scope = Out<'Scope'>

/** What an export says of itself: what it shows, of when, by which filter, over how many sources, the day it was made, and whether it is an answer of before. */
export function captionOf(title: string, scope: Scope | null, legend: readonly LegendEntry[], older: number | null): Caption {
  return {
    title: `${title} · ${here.case}`,
    period: sayPeriod(here.period),
    filters: [here.filter, ...choices()].filter(Boolean).join(' · '),
    sources: scope ? sayScope(scope) : '',
    date: [sayTime(new Date().toISOString().slice(0, 10)), sayOlder(older)].filter(Boolean).join(' · '),
    legend,
  }
}

/** What was chosen beside the filter, which leaves out of the picture as much as it does. */
function choices(): string[] {
  const { ch, kinds, sources, confirmed, hide } = here.query
  const named = (title: string, family: 'channel' | 'schema', list: string | undefined): string =>
    list === undefined ? '' : `${title}: ${list.split(',').map((one) => word(family, one)).join(', ')}`
  return [
    named(t('picture.channels'), 'channel', ch),
    named(t('network.kinds'), 'schema', kinds),
    sources === undefined ? '' : `${t('network.leastSources')}: ${sources}`,
    confirmed ? t('picture.confirmedOnly') : '',
    hide === undefined ? '' : `${t('network.hidden')}: ${hide.split(',').length}`,
  ]
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

/** Of when an answer is that is shown while the present one is worked out: of so many changes ago, or with none of another day. */
export function sayOlder(older: number | null): string {
  if (older === null) return ''
  return older ? t('state.older', { count: older }) : t('state.olderDay')
}

export function channelLegend(channels: readonly Channel[]): LegendEntry[] {
  return channels.map((channel) => ({ channel, words: word('channel', channel) }))
}
