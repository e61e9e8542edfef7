import { expect, it } from 'vitest'
import { isOpen, isStopped, stageOf, withNews, type Job } from './jobs'

const job = { number: 1, state: 'waiting', files: 4, done: 0, current: '' } as Job

it('a job moves on by what the news tell of it, and of no other', () => {
  const told = { number: 1, state: 'reading', done: 2, files: 4, current: 'tema-02' }
  expect(withNews([job], told)).toEqual([{ ...job, ...told }])
  expect(withNews([job], { ...told, number: 2 })).toEqual([job])
  expect(withNews([job], { revision: [3, 3] })).toEqual([job])
  expect(stageOf(told)).toBe('1 reading')
})

it('a job that was forgotten is none', () => {
  expect(withNews([job], { number: 1, state: 'forgotten', done: 0, files: 0 })).toEqual([])
})

it('a job is open until it is done, or stopped before it is', () => {
  const states = ['waiting', 'reading', 'done', 'cancelled', 'failed', 'interrupted'] as const
  expect(states.filter((state) => isOpen({ state }))).toEqual(['waiting', 'reading'])
  expect(states.filter((state) => isStopped({ state }))).toEqual(['cancelled', 'failed', 'interrupted'])
})
