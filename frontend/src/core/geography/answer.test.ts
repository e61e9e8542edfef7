import { describe, expect, it } from 'vitest'
import { channelsOfMap, countAt, linesOf, mapOf, type Answer } from './answer'

const place = { longitude: 1, latitude: 2, claims: 3, channels: { economic: 2, '': 1 }, q: 'place:x' }
const answer: Answer = {
  places: [
    { ...place, thing: 'acc', caption: 'Accra', country: 'GHA', precision: 'town' },
    { ...place, thing: null, caption: 'Norway', country: 'NOR', precision: 'country' },
  ],
  unplaced: [],
  joined: [{ one: 'GHA', other: 'NOR', claims: 4, channels: { media: 1, military: 3 }, q: 'of:GHA' }],
  scope: { claims: 6, documents: 2, sources: 1, searched: 2, unseen: [] },
}

describe('a map', () => {
  it('sets apart what is told only by country', () => {
    expect(mapOf(answer).places.map(({ id, at }) => [id, at])).toEqual([['acc', [1, 2]], ['Norway', null]])
  })

  it('joins countries by the channel of most of their events', () => {
    expect(mapOf(answer).arcs).toEqual([{ id: 'GHA-NOR', from: 'acc', to: 'Norway', channel: 'military', count: 4, status: 'confirmed' }])
  })

  it('has a line behind each mark', () => {
    expect([...linesOf(answer)]).toEqual([['acc', 'kind:event place:x'], ['Norway', 'kind:event place:x'], ['GHA-NOR', 'of:GHA']])
  })

  it('counts events by channel', () => {
    expect([channelsOfMap(answer), countAt(place, ['economic']), countAt(place, null)]).toEqual([[['economic', 4], ['other', 2]], 2, 3])
  })
})
