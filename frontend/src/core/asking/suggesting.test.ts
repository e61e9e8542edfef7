import { describe, expect, it } from 'vitest'
import { asksName, completed, quoted, suggestionsFor, writingAt } from './suggesting'

const fields = [
  { word: 'who', asks: 'names a party', example: '"Ama Owusu"', choices: [] },
  { word: 'with', asks: 'names another', example: 'congress', choices: [] },
  { word: 'channel', asks: 'the channel', example: 'military', choices: ['military', 'media', 'science-and-aid'] },
]
const texts = (line: string, names: string[] = []) =>
  suggestionsFor(writingAt(line, line.length), fields, names).map((one) => one.text)

describe('while a filter is written', () => {
  it('fields are suggested by how they begin', () => {
    expect(texts('kind:event w')).toEqual(['who:', 'with:'])
  })

  it('a plain word may be a name', () => {
    expect(asksName(writingAt('kwaku', 5))).toBe(true)
    expect(texts('kwaku', ['Kwaku Mensah'])).toEqual(['who:"Kwaku Mensah"'])
  })

  it('values are those of the field', () => {
    expect(texts('(channel:m')).toEqual(['channel:military', 'channel:media'])
  })

  it('names come from the case and are quoted', () => {
    const line = 'who:"Ama Ow'
    expect(asksName(writingAt(line, line.length))).toBe(true)
    expect(texts(line, ['Ama Owusu', 'Ama Owusu'])).toEqual(['who:"Ama Owusu"'])
  })

  it('a suggestion takes the place of the word and leaves the rest', () => {
    const line = 'chan of:Peru'
    const writing = writingAt(line, 4)
    expect(completed(line, writing, { text: 'channel:', says: '' })).toEqual({ line: 'channel:of:Peru', caret: 8 })
  })
})

it('what is more than letters and digits is quoted', () => {
  expect([quoted('Peru'), quoted('Volta Freight')]).toEqual(['Peru', '"Volta Freight"'])
})
