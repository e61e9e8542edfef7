import { beforeAll, describe, expect, it } from 'vitest'
import { speak } from '../words/words.svelte'
import { gistOf, lineOfName, partiesOf, statusOf, timeOf } from './claims'

const dispute = { kind: 'time' as const, values: ['2022', '2023'], rivals: [] }

describe('the status of a claim', () => {
  it.each([
    ['confirmed', [dispute], 'confirmed'],
    ['rejected', [], 'rejected'],
    ['corrected', [dispute], 'corrected'],
    ['open', [dispute], 'disputed'],
    ['reopened', [], 'proposed'],
  ] as const)('%s, with disputes %j, is %s', (review, disputes, status) => {
    expect(statusOf({ review, disputes: [...disputes] })).toBe(status)
  })
})

describe('the gist of a claim', () => {
  beforeAll(() => speak('en'))

  it.each([
    ['event', 'CONSULT', [], 'Meeting or talk'],
    ['office', null, [{ name: 'role', value: 'port captain' }], 'port captain'],
    ['tie', null, [{ name: 'kind', value: 'owns' }], 'Owns'],
    ['instrument', null, [{ name: 'kind', value: 'law' }, { name: 'number', value: '31' }], 'Law 31'],
    ['instrument', null, [{ name: 'kind', value: 'agreement' }, { name: 'title', value: 'Agreement' }], 'Agreement'],
    ['instrument', null, [{ name: 'kind', value: 'resolution' }, { name: 'number', value: '7' }, { name: 'title', value: 'Resolution No. 7' }], 'Resolution No. 7'],
    ['quantity', null, [{ name: 'value', value: '12' }, { name: 'unit', value: 'USD' }], '12 USD'],
    ['quantity', null, [{ name: 'value', value: '3' }, { name: 'unit', value: 'ships' }, { name: 'of', value: 'three ships of the fleet' }], '3 ships'],
    ['quantity', null, [{ name: 'value', value: '40' }, { name: 'unit', value: 'percent' }, { name: 'of', value: 'the terminal' }], '40 percent the terminal'],
    ['quotation', null, [{ name: 'speaker', value: 'Ama Owusu' }, { name: 'cue', value: 'warned' }], 'Quotation: Ama Owusu (warned)'],
    ['quotation', null, [{ name: 'cue', value: 'according to' }], 'Quotation (according to)'],
    ['anomaly', null, [], 'Anomaly'],
  ] as const)('of %s', (kind, category, facts, gist) => {
    expect(gistOf({ kind, category, mode: null, facts: [...facts] })).toBe(gist)
  })

  it('of an event whose mode says more than its category', () => {
    expect(gistOf({ kind: 'event', category: 'CONSULT', mode: 'phone', facts: [] })).toBe('Phone call')
  })
})

describe('the time of a claim', () => {
  const [start, end] = [{ name: 'start', value: '2018-04-26' }, { name: 'end', value: '2021-01-20' }]
  it.each([
    ['office', [start, end], '2018-04-26/2021-01-20'],
    ['office', [start], '2018-04-26/'],
    ['office', [start, { name: 'status', value: 'current' }], '2018-04-26/..'],
    ['office', [{ name: 'status', value: 'current' }], '2019'],
    ['event', [start, end], '2019'],
  ] as const)('of %s', (kind, facts, time) => {
    expect(timeOf({ kind, facts: [...facts], time: '2019' })).toBe(time)
  })
})

it('a country that is party and place of an event is named once', () => {
  const [visitor, host] = [{ role: 'actor' as const, text: 'Ama Owusu', thing: 'a' }, { role: 'recipient' as const, text: 'Peru', thing: 'p' }]
  expect(partiesOf({ parties: [visitor, host, { role: null, text: 'Peru', thing: 'p' }] })).toEqual([visitor, host])
})

it('a name with quotes asks for its words', () => {
  expect(lineOfName('The "Lighthouse" Fund')).toBe('who:"The  Lighthouse  Fund"')
})
