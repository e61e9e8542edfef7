import { expect, it } from 'vitest'
import { say } from './messages'

const messages = { 'found.one': '{count} claim in {place}', 'found.other': '{count} claims in {place}', plain: 'Plain' }

it('puts values in place, and counts', () => {
  expect(say(messages, 'en', 'found', { count: 1, place: 'Lima' })).toBe('1 claim in Lima')
  expect(say(messages, 'en', 'found', { count: 12000, place: 'Lima' })).toBe('12,000 claims in Lima')
})

it('falls back to the other plural where a language has more of them', () => {
  expect(say(messages, 'es', 'found', { count: 1_000_000, place: 'Quito' })).toBe('1.000.000 claims in Quito')
})

it('shows a key that has no text', () => {
  expect(say(messages, 'en', 'absent')).toBe('absent')
})
