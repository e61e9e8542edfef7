import { expect, it } from 'vitest'
import { isOpen, stageOf, withNews, type Job } from './jobs'

const job = { number: 1, state: 'waiting', files: 4, done: 0, current: '' } as Job

it('a job moves on by what the news tell of it, and of no other', () => {
  const told = { number: 1, state: 'reading', done: 2, files: 4, current: 'tema-02' }
  expect(withNews([job], told)).toEqual([{ ...job, ...told }])
  expect(withNews([job], { ...told, number: 2 })).toEqual([job])
  expect(withNews([job], { revision: [3, 3] })).toEqual([job])
  expect(stageOf(told)).toBe('1 reading')
})

it('a job is open until it is done, cancelled or failed', () => {
  expect((['waiting', 'reading', 'done', 'cancelled', 'failed'] as const).filter((state) => isOpen({ state }))).toEqual(['waiting', 'reading'])
})
