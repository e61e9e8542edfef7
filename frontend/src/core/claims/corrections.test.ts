import { describe, expect, it } from 'vitest'
import { choicesOf, valueOf } from './corrections'

const CLAIM = {
  facts: [{ name: 'value', value: '1,200' }, { name: 'unit', value: 'USD' }],
  parties: [
    { role: 'actor', text: 'Ama Owusu', thing: 'a' },
    { role: 'actor', text: 'Lars Vik', thing: null },
    { role: null, text: 'Tema', thing: null },
  ],
  time: '2022-11',
  modality: 'asserted',
  category: 'CONSULT',
} as const

describe('the value of a field', () => {
  it.each([
    ['time', '2022-11'],
    ['actor', 'Ama Owusu; Lars Vik'],
    ['place', 'Tema'],
    ['value', '1200 USD'],
    ['recipient', ''],
  ] as const)('%s is written as a correction is', (field, value) => {
    expect(valueOf({ ...CLAIM, facts: [...CLAIM.facts], parties: [...CLAIM.parties] }, field)).toBe(value)
  })
})

describe('the choices of a field', () => {
  const words = { categories: ['AID'], channels: [], fields: [], schemata: [], ties: [], statuses: [], parts: {}, corrections: {} }

  it('are listed where a value is one of a list', () => {
    expect([choicesOf('category', words), choicesOf('time', words)]).toEqual([['AID'], null])
  })
})
