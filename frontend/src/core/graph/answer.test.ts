import { describe, expect, it } from 'vitest'
import type { Out } from '../../api/shapes'
import { addedBy, channelCounts, lineOfTie, merged, networkOf, onPaths, rowsOf, type Answer, type Thing, type Tie } from './answer'
import { EVERYTHING } from './network'

const thing = (id: string, schema: Thing['schema_name'] = 'Person'): Thing => ({
  id, caption: id.toUpperCase(), schema_name: schema, country: null, degree: 1, claims: 2,
})
const tie = (id: string, ends: readonly [string, string], more: Partial<Tie> = {}): Tie => ({
  id, one: ends[0], other: ends[1], channel: 'economic', claims: 1, claim: 'c', sources: 1, first: null, last: null, review: 'open', ...more,
})
const answer: Answer = {
  nodes: [thing('ama'), thing('kofi'), thing('port', 'PublicBody')],
  ties: [tie('weak', ['ama', 'kofi']), tie('strong', ['ama', 'port'], { claims: 5, channel: 'tie' })],
}

describe('an answer of the server', () => {
  it('is drawn with its channels, those without a group as other', () => {
    expect(networkOf(answer).edges.map((edge) => edge.channel)).toEqual(['economic', 'other'])
  })

  it('joined with another holds each thing once', () => {
    const both = merged([answer, { nodes: [thing('kofi'), thing('zed')], ties: [] }])
    expect(both.nodes.map((one) => one.id)).toEqual(['ama', 'kofi', 'port', 'zed'])
  })

  it('is a table of the ties that pass, the strongest first', () => {
    const ids = (hidden: string[]) => rowsOf(answer, EVERYTHING, new Set(hidden)).map((row) => row.tie.id)
    expect([ids([]), ids(['port'])]).toEqual([['strong', 'weak'], ['weak']])
  })

  it('counts the ties of each channel', () => {
    expect(channelCounts(answer.ties)).toEqual([['economic', 1], ['other', 1]])
  })
})

describe('a tie', () => {
  it('is asked for by its ends and its channel, or its kind where it is no event', () => {
    expect(answer.ties.map(lineOfTie)).toEqual(['who:"ama" with:"kofi" channel:economic', 'who:"ama" with:"port" kind:tie'])
  })
})

describe('the ways between two things', () => {
  const leg = (one: string, other: string): Out<'Leg'> => ({ one: thing(one), other: thing(other), claims: [], more: 1 })
  const paths = { paths: [{ legs: [leg('kofi', 'ama'), leg('ama', 'zed')] }] } as unknown as Out<'Paths'>

  it('add what the network does not join', () => {
    expect(addedBy(paths, answer).ties.map((one) => one.id)).toEqual(['ama-zed'])
  })

  it('stand out whichever way a tie was told', () => {
    expect([...onPaths(paths, answer)]).toEqual(['weak'])
  })
})
