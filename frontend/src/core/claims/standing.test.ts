import { expect, it } from 'vitest'
import { tracked } from './standing'

it('a claim that was corrected is found again at its words', () => {
  const told = [
    { claim: 'office', kind: 'office' as const, span: [4, 20] },
    { claim: 'event', kind: 'event' as const, span: [4, 20] },
  ]
  expect(tracked(told, { document: 'd', kind: 'event', span: [4, 20] })).toBe('event')
  expect(tracked(told, { document: 'd', kind: 'event', span: [5, 20] })).toBeNull()
})
