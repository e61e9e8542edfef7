import { afterAll, beforeAll, expect, it } from 'vitest'
import { sayAs } from '../../core/words/sayings'
import { speak } from '../../core/words/words.svelte'
import { WAYS } from './wording'

beforeAll(() => speak('es'))
afterAll(() => speak('en'))

it.each([
  ['time', { about: 'Ana Ruiz as minister of ports (Chile)', sides: '12 May 2024 in 2 documents (2 independent) and June 2024 in 1 document' },
    'Ana Ruiz como minister of ports (Chile): las fechas difieren: 12 may 2024 en 2 documentos (2 independientes) y junio de 2024 en 1 documento.'],
  ['denied', { about: '“Ana Ruiz met Juan Paz”', sides: 'asserted in 1 document and denied in 1 document' },
    '“Ana Ruiz met Juan Paz”: se afirma y se niega: afirmado en 1 documento y negado en 1 documento.'],
  ['alone', { about: 'Ana Ruiz – member of – Port Board', others: '2 other documents', parties: 'Ana Ruiz' },
    'Ana Ruiz – miembro de – Port Board: lo dice un solo documento, y 2 documentos más de la misma semana hablan de Ana Ruiz sin decirlo.'],
  ['weekday', { day: '2024-05-14', right: 'Tuesday', told: 'Friday' }, '14 may 2024 fue martes, no viernes.'],
])('the finding %s is worded with its values', (code, values, said) => {
  expect(sayAs('audited', { code, values, text: '' }, WAYS).text).toBe(said)
})
