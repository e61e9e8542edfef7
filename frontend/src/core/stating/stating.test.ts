import { describe, expect, it } from 'vitest'
import { foundIn, missing, namesIn, NOTHING_SAID, prefilled, sentenceBeside, sentenceOf, statementOf, suggested, toggled, trimmed } from './stating'

const TEXT = '😀 Ama Owusu met Lars Vik in Tema. The quay trust paid Lars Vik.'
const [FIRST, SECOND] = [{ start: 0, end: 34 }, { start: 35, end: TEXT.length }]
const name = (caption: string, kind: string, start: number, thing = caption) => ({ caption, kind, thing, start, end: start + caption.length })
const AMA = name('Ama Owusu', 'Person', 3)
const LARS = name('Lars Vik', 'Person', 17)
const TEMA = name('Tema', 'Place', 29)
const AGAIN = name('Lars Vik', 'Person', 55)

describe('the words that tell something', () => {
  it('stand in sentences, with others before and after', () => {
    expect(sentenceOf([FIRST, SECOND], { start: 13, end: 16 })).toEqual(FIRST)
    expect(sentenceOf([FIRST, SECOND], { start: 29, end: 40 })).toEqual({ start: 0, end: TEXT.length })
    expect([1, -1].map((step) => sentenceBeside([FIRST, SECOND], FIRST, step as 1 | -1))).toEqual([SECOND, null])
  })

  it('have no white space at their ends', () => {
    expect([trimmed(TEXT, { start: 12, end: 17 }), trimmed(TEXT, { start: 12, end: 13 })]).toEqual([{ start: 13, end: 16 }, null])
  })

  it('are found whole, in the sentence first, whatever white space is between them', () => {
    expect(foundIn(TEXT, 'Lars  Vik', SECOND)).toEqual({ start: AGAIN.start, end: AGAIN.end })
    expect(foundIn(TEXT, 'quay trust', FIRST)).toEqual({ start: 39, end: 49 })
    expect([foundIn(TEXT, 'Lar', FIRST), foundIn(TEXT, ' ', FIRST), foundIn(TEXT, '(', FIRST)]).toEqual([null, null, null])
  })
})

describe('the parts', () => {
  it('are filled by the names of the sentence in their order, each once', () => {
    const names = namesIn([AMA, LARS, TEMA, AGAIN], { start: 0, end: TEXT.length })
    expect(names).toEqual([AMA, LARS, TEMA])
    expect(prefilled('event', names)).toEqual({ actor: [AMA], recipient: [LARS] })
    expect(prefilled('office', [TEMA, AMA])).toEqual({ person: [AMA], body: [TEMA] })
  })

  it('take names and give them back; there is one place', () => {
    const both = toggled({ actor: [AMA] }, 'actor', LARS)
    expect(both).toEqual({ actor: [AMA, LARS] })
    expect(toggled(both, 'actor', AMA)).toEqual({ actor: [LARS] })
    expect(toggled({ place: [TEMA] }, 'place', LARS)).toEqual({ place: [LARS] })
  })

  it('are told where one is missing', () => {
    expect([missing('event', { actor: [AMA] }), missing('tie', { source: [AMA] })]).toEqual([[], ['target']])
  })
})

describe('what is sent', () => {
  it('counts as the server does', () => {
    const sent = statementOf(TEXT, 'event', FIRST, { filled: { actor: [AMA] }, values: { ...NOTHING_SAID, time: '2025-03' } })
    expect(sent).toEqual({
      kind: 'event', span: [0, 33], parts: [{ part: 'actor', span: [2, 11], schema_name: 'Person' }], time: '2025-03',
      modality: 'asserted', category: 'CONSULT', contexts: [], status: 'unknown', direct: false,
    })
  })

  it('of an instrument, a number and words has what each needs', () => {
    const of = (kind: 'instrument' | 'quantity' | 'quotation', values: object) =>
      statementOf(TEXT, kind, FIRST, { filled: {}, values: { ...NOTHING_SAID, ...values } })
    expect(of('instrument', { title: 'Quay Act', number: '12' })).toMatchObject({ instrument: 'law', title: 'Quay Act', number: '12', valid: null })
    expect(of('quantity', { amount: '3 ships' })).toMatchObject({ amount: '3 ships', of: null })
    expect(of('quotation', { cue: 'said', direct: true })).toMatchObject({ cue: 'said', direct: true })
  })

  it.each([
    ['paid 1,200 dollars for the pier', '1200 dollars'],
    ['holds 12.5% of it', '12.5 percent'],
    ['no number here', ''],
  ])('of “%s” is suggested as the amount %s', (words, amount) => {
    expect(suggested(words)).toEqual({ title: words, amount })
  })

  it('of an office has its title and ends', () => {
    const values = { ...NOTHING_SAID, role: 'harbour master', status: 'former', end: '2024' } as const
    expect(statementOf(TEXT, 'office', FIRST, { filled: {}, values })).toMatchObject({
      kind: 'office', role: 'harbour master', status: 'former', start: null, end: '2024',
    })
  })
})
