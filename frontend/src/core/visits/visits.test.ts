import { expect, it } from 'vitest'
import { newSince, visited } from './visits'

const held = (documents: number) => ({ documents, claims: documents * 3, judgements: 0 })
const at = (time: string) => new Date(`2025-03-14T${time}Z`)

it('a first visit has nothing to compare with', () => {
  expect(newSince(visited(undefined, held(2), at('09:00')))).toBeNull()
})

it('a visit tells what came since the one before, as long as it goes on', () => {
  const first = visited(undefined, held(2), at('09:00'))
  const second = visited(first, held(5), at('12:00'))
  const onward = visited(second, held(6), at('12:10'))
  expect([newSince(second), newSince(onward)]).toEqual([
    { documents: 3, claims: 9, judgements: 0 },
    { documents: 4, claims: 12, judgements: 0 },
  ])
})
