import { describe, expect, it } from 'vitest'
import { back, did, forth, without, type History } from './history'

const NOTHING: History<string> = { done: [], undone: [] }

describe('a history', () => {
  it('goes back and forth by one step', () => {
    const two = did(did(NOTHING, 'reject'), 'merge')
    expect(back(two)).toEqual({ done: ['reject'], undone: ['merge'] })
    expect(forth(back(two))).toEqual(two)
  })

  it('does nothing again once something else was done', () => {
    expect(did(back(did(NOTHING, 'reject')), 'merge')).toEqual({ done: ['merge'], undone: [] })
  })

  it('stays as it is at its ends', () => {
    expect([back(NOTHING), forth(NOTHING)]).toEqual([NOTHING, NOTHING])
  })

  it('forgets what came to nothing', () => {
    expect(without(did(did(NOTHING, 'reject'), 'merge'), 'reject')).toEqual({ done: ['merge'], undone: [] })
  })
})
