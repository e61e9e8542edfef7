/** Shows one picture of invented content, named in the address: `?picture=network&nodes=40&edges=70`. Not part of the build. */

import type { Caption } from '../src/core/drawing/sheet'
import { CHANNELS } from '../src/core/channels/channels'
import { STATUSES } from '../src/core/channels/status'
import { inventedLanes, inventedMap, inventedNetwork } from './invented'

const asked = new URLSearchParams(location.search)
const host = document.getElementById('host') as HTMLElement
const theme = asked.get('theme')
if (theme) document.documentElement.dataset['theme'] = theme

const told: string[] = []
const tell =
  (name: string) =>
  (...parts: unknown[]) =>
    void told.push([name, ...parts].join(' '))

export const caption: Caption = {
  title: 'Ties around a harbour <concession> & its owners',
  period: '2004 – 2020',
  filters: 'all channels, confirmed and proposed',
  sources: '41 documents, 17 independent sources',
  date: '27 November 2026',
  legend: [
    ...CHANNELS.map((channel) => ({ channel, words: channel })),
    ...['Person', 'PublicBody', 'Place'].map((kind) => ({ kind, words: kind })),
    ...STATUSES.map((status) => ({ status, words: status })),
  ],
}

const number = (name: string, otherwise: number) => Number(asked.get(name) ?? otherwise)

const events = { onselect: tell('select'), onopen: tell('open'), onsight: tell('sight') }

async function network() {
  const { NetworkPicture } = await import('../src/pictures/network/network')
  const more = { onexpand: tell('expand'), onhide: tell('hide'), onpin: tell('pin'), onlayout: tell('layout') }
  const picture = new NetworkPicture(host, { ...events, ...more })
  picture.setData(inventedNetwork(number('nodes', 40), number('edges', 70)))
  return picture
}

async function timeline() {
  const { TimelinePicture } = await import('../src/pictures/timeline/timeline')
  const picture = new TimelinePicture(
    host,
    { ...events, onwindow: tell('window') },
    { locale: asked.get('locale') ?? 'en', now: Date.now() },
  )
  picture.setData(inventedLanes(number('items', 3000)))
  return picture
}

async function map() {
  const { MapPicture } = await import('../src/pictures/map/map')
  const locale = asked.get('locale') ?? 'en'
  const more = { onland: tell('land'), onunplaced: tell('unplaced') }
  const picture = new MapPicture(host, { ...events, ...more }, { locale })
  picture.setData(inventedMap(locale))
  return picture
}

const pictures = { network, timeline, map }
const picture = await pictures[(asked.get('picture') ?? 'network') as keyof typeof pictures]()
host.addEventListener('keydown', (event) => picture.press(event) && event.preventDefault())
Object.assign(window, { picture, told, caption })
