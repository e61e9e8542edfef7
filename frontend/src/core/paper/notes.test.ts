import { beforeEach, expect, it, vi } from 'vitest'
import type { Claim } from '../claims/claims'
import { clear, forget, foresee, load, notes, number, remember } from './notes.svelte'
import { drawForPaper, drawForScreen, whenPrinted } from './printing'

const claim = (id: string, sentence: string) => ({ id, passages: [{ document: { id: 'd' }, sentence }] }) as unknown as Claim
const said = () => notes.shown.map((one) => [one.number, one.passage.sentence])

beforeEach(() => {
  forget()
  clear()
})

it('footnotes are numbered as their marks stand, each sentence once', () => {
  for (const one of [claim('a', 'Rain fell.'), claim('b', 'The pier closed.'), claim('c', 'Rain fell.')]) remember(one)
  number(['b', 'a', 'b', 'c', 'unknown'], 'sentence')
  expect(said()).toEqual([[1, 'The pier closed.'], [2, 'Rain fell.']])
  expect(['a', 'b', 'c', 'unknown'].map((id) => notes.numberOf(id))).toEqual([2, 1, 2, null])
})

it('where the text has the sentences, each claim has its number', () => {
  for (const one of [claim('a', 'Rain fell.'), claim('c', 'Rain fell.')]) remember(one)
  number(['a', 'c'], 'claim')
  expect(['a', 'c'].map((id) => notes.numberOf(id))).toEqual([1, 2])
})

it('what is marked and what is foreseen is asked for once', async () => {
  const asked: string[] = []
  vi.stubGlobal('fetch', undefined)
  const { api } = await import('../../api/client')
  vi.spyOn(api, 'get').mockImplementation((_, request) => {
    const { id } = (request as unknown as { query: { id: string[] } }).query
    asked.push(id.join(' '))
    return Promise.resolve(id.map((one) => claim(one, one))) as never
  })
  const stop = foresee(['b'])
  const leaving = new AbortController()
  await load('harbour', ['a'], leaving.signal)
  await load('harbour', ['a'], leaving.signal)
  stop()
  expect(asked).toEqual(['a b'])
})

it('a page draws for paper until it is left', () => {
  const done: string[] = []
  const stop = whenPrinted(() => done.push('draw'), () => done.push('after'))
  drawForPaper()
  drawForScreen()
  stop()
  drawForPaper()
  expect(done).toEqual(['draw', 'after'])
})
