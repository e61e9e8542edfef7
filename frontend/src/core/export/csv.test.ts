import { expect, it } from 'vitest'
import { csvOf, fileName } from './csv'

it('quotes what needs it and disarms formulas', () => {
  expect(csvOf([['Who', 'Times'], ['Reyes, "Lu"', -2], ['=1+1', null]])).toBe('Who,Times\r\n"Reyes, ""Lu""",-2\r\n\'=1+1,\r\n')
})

it('knows a formula in wide signs and behind the end of a line, and a number that is none', () => {
  expect(csvOf([['＝1+1', '-2.5', '-2+3', '\n=1']])).toBe(`'＝1+1,-2.5,'-2+3,"'\n=1"\r\n`)
})

it('names a file after its title', () => {
  expect(fileName('Red: Perú → Ghana', 'csv')).toBe('red-perú-ghana.csv')
  expect(fileName('→', 'svg')).toBe('palanca.svg')
})
