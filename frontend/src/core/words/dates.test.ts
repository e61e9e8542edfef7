import { describe, expect, it } from 'vitest'
import { sayTime } from './dates'
import { sayList, sayShare } from './numbers'
import { languageFor, speak, word } from './words.svelte'

describe('dates as precise as they are known', () => {
  it.each([
    ['2025-03-14', '14 Mar 2025', '14 mar 2025'],
    ['2025-03', 'March 2025', 'marzo de 2025'],
    ['2025', '2025', '2025'],
    ['202X', '2020s', 'década de 2020'],
    ['2025-21', 'spring 2025', 'primavera de 2025'],
    ['2025-03-14?', 'perhaps 14 Mar 2025', 'quizá 14 mar 2025'],
    ['2025~', 'about 2025', 'hacia 2025'],
    ['2025-03-14/2025-03-16', '14 – 16 Mar 2025', '14–16 mar 2025'],
    ['2024-12-30/2025-01-02', '30 Dec 2024 – 2 Jan 2025', '30 dic 2024 – 2 ene 2025'],
    ['2025-03-14~/2025-03-16', 'about 14 Mar 2025 – 16 Mar 2025', 'hacia 14 mar 2025 – 16 mar 2025'],
    ['2021/..', 'since 2021', 'desde 2021'],
    ['/2021-05', 'until May 2021', 'hasta mayo de 2021'],
    ['2021/', 'from 2021', 'desde 2021 al menos'],
  ])('%s', async (text, english, spanish) => {
    await speak('en')
    expect(sayTime(text)).toBe(english)
    await speak('es')
    expect(sayTime(text)).toBe(spanish)
  })

  it('are shown as they are where they cannot be read', async () => {
    await speak('en')
    expect(sayTime('long ago')).toBe('long ago')
  })
})

describe('the language', () => {
  it('is the one chosen, else the first of the browser’s that there is, else English', () => {
    expect(languageFor('en', ['es-PE'])).toBe('en')
    expect(languageFor('system', ['fr-FR', 'es-PE', 'en'])).toBe('es')
    expect(languageFor('system', ['fr'])).toBe('en')
  })

  it('has a word for the codes that it knows', async () => {
    await speak('es')
    expect(word('channel', 'military')).toBe('Militar')
    expect(word('channel', 'unheard-of')).toBe('unheard-of')
  })

  it('writes shares and lists', async () => {
    await speak('es')
    expect(sayShare(0.25).replace(/\s/g, ' ')).toBe('25 %')
    expect(sayList(['Lima', 'Quito', 'Accra'])).toBe('Lima, Quito y Accra')
  })
})
