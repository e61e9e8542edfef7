/** The marks that the server answers, as the timeline takes them. */

import type { Out } from '../../api/shapes'
import { CHANNELS, channelOf } from '../channels/channels'
import type { Status } from '../channels/status'
import { settledBy } from '../claims/claims'
import { parseTime } from '../time/edtf'
import type { Lane, LaneItem, Lanes, Precision } from './lanes'

export type Mark = Out<'Mark'>

/** What a lane stands for. */
export const LANES_BY = ['channel', 'country', 'person'] as const
export type LanesBy = (typeof LANES_BY)[number]

/** How many lanes there are at most of countries or people; the rest share one more. */
const MOST_LANES = 8
export const REST = ''

/** `rest` counts the countries or people that share the last lane. `label` words a lane, `says` a mark. */
export interface Laning {
  readonly by: LanesBy
  readonly label: (lane: string) => string
  readonly says: (mark: Mark) => string
}

/** Lanes, those of most marks first, with each mark in every lane that it belongs to. */
export function lanesOf(marks: readonly Mark[], laning: Laning): Lanes {
  const names = laneNames(marks, laning.by)
  const lanes: Lane[] = names.map((id) => ({ id, label: laning.label(id) }))
  const known = new Set(names)
  const items = marks.flatMap((mark) => {
    const own = [...new Set(placesOf(mark, laning.by).map((lane) => (known.has(lane) ? lane : REST)))]
    return own.map((lane, at) => itemOf(mark, { lane, at, label: laning.says(mark) }))
  })
  return { lanes, items }
}

/** The claim that an item of a lane stands for. */
export function claimOf(item: string): string {
  return item.split('#')[0] ?? item
}

/** How a mark stands: what a person said of it, else whether sources disagree. */
export function statusOfMark(mark: Pick<Mark, 'review' | 'is_disputed'>): Status {
  return settledBy(mark.review) ?? (mark.is_disputed ? 'disputed' : 'proposed')
}

/** The marks that can fall in a stretch of days, in the order given; those without a day are in none. */
export function marksWithin(marks: readonly Mark[], stretch: { readonly first: string; readonly last: string }): Mark[] {
  return marks.filter((mark) => {
    const [start, end] = [mark.first ?? mark.last, mark.last ?? '9999-12-31']
    return start !== null && start <= stretch.last && end >= stretch.first
  })
}

function laneNames(marks: readonly Mark[], by: LanesBy): string[] {
  const counts = new Map<string, number>()
  for (const mark of marks) for (const lane of placesOf(mark, by)) counts.set(lane, (counts.get(lane) ?? 0) + 1)
  if (by === 'channel') return CHANNELS.filter((channel) => counts.has(channel))
  const ranked = [...counts].filter(([lane]) => lane !== REST).sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  const named = ranked.slice(0, MOST_LANES).map(([lane]) => lane)
  return ranked.length > MOST_LANES || counts.has(REST) ? [...named, REST] : named
}

function placesOf(mark: Mark, by: LanesBy): readonly string[] {
  if (by === 'channel') return [channelOf(mark.channel)]
  const lanes = by === 'country' ? mark.countries : mark.people
  return lanes.length ? lanes : [REST]
}

function itemOf(mark: Mark, { lane, at, label }: { readonly lane: string; readonly at: number; readonly label: string }): LaneItem {
  return {
    id: at ? `${mark.id}#${at}` : mark.id,
    lane,
    start: mark.first,
    end: mark.last,
    precision: precisionOf(mark.time),
    label,
    channel: channelOf(mark.channel),
    status: statusOfMark(mark),
  }
}

function precisionOf(text: string | null): Precision {
  const time = text === null ? null : parseTime(text)
  const bounds = time ? [time.start, time.end] : []
  return bounds.flatMap((one) => (typeof one === 'string' ? [] : [one.precision]))[0] ?? 'day'
}
