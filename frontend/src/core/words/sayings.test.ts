import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sayAs, sayValue } from './sayings'
import { unseenOf } from './unseen'
import { speak } from './words.svelte'

const saying = (code: string, text: string, values = {}) => ({ code, text, values })

describe('a sentence of the server', () => {
  beforeAll(() => speak('es'))
  afterAll(() => speak('en'))

  it('is worded with its values, countries and times in the language in use', () => {
    expect(sayAs('why', saying('country', 'both of Germany', { country: 'Germany' })).text).toBe('ambos de Alemania')
    expect(sayAs('tenure', saying('shown', '', { first: '2021-03-02 to 2021-03-05' })).text).toBe('mostrado el 2–5 mar 2021')
    expect(sayAs('differs', saying('day', '', { sides: '2021-03-02 or 2021-03-05' })).text).toBe('Otro día: 2 mar 2021 o 5 mar 2021')
    expect(sayAs('differs', saying('amount', '', { sides: '12 or 15' })).text).toBe('Otra cantidad: 12 o 15')
  })

  it('stays in English, and says so, where there are no words for it', () => {
    expect(sayAs('why', saying('', 'both sail'))).toEqual({ text: 'both sail', isEnglish: true })
    expect(sayAs('unseen', unseenOf('rainy days'))).toEqual({ text: 'rainy days', isEnglish: true })
  })

  it.each([
    ['others called Ama Owusu', '', 'otros llamados Ama Owusu'],
    ['events of Ghana that are only denied, planned or supposed', 'Ghana', 'hechos que solo se niegan, se planean o se suponen'],
    ['planned offices', '', 'cargos previstos'],
  ])('%s is worded among what is not counted', (what, of, said) => {
    expect(sayAs('unseen', unseenOf(what, of)).text).toBe(said)
  })

  it('leaves the words of documents as they are', () => {
    expect(sayValue('port captain')).toBe('port captain')
  })
})
