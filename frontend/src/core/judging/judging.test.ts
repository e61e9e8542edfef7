import { afterEach, expect, it, vi } from 'vitest'
import type { Decision } from './judging.svelte'

afterEach(() => vi.unstubAllGlobals())

const rejected = (claim: string): Decision => ({ case: 'harbour', verdict: 'reject', on: [claim], seen: ['as it was'] })

it('asks about each of several decisions that come too late, one after the other', async () => {
  const sent: unknown[] = []
  const problem = { code: 'changed_meanwhile', detail: '', position: null, says: null }
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  vi.stubGlobal('fetch', (_: string, { body }: { body: string }) => {
    const { on, seen } = JSON.parse(body) as { on: string[]; seen: string[] }
    sent.push([on[0], seen.length])
    return Promise.resolve(seen.length ? new Response(JSON.stringify(problem), { status: 409 }) : new Response('{"items":[{"id":"j1"}]}', { status: 201 }))
  })
  const [{ decide, judging, resolve }, { prefer }] = await Promise.all([import('./judging.svelte'), import('../preferences/preferences.svelte')])
  prefer({ who: 'Ines' })
  const fates = [decide(rejected('first')), decide(rejected('second'))]
  await vi.waitFor(() => expect(sent).toHaveLength(2))
  await vi.waitFor(() => expect(judging.conflict?.decision.on).toEqual(['first']))
  await resolve(true)
  expect(judging.conflict?.decision.on).toEqual(['second'])
  await resolve(false)
  expect([await Promise.all(fates), judging.conflict, sent.length]).toEqual([['kept', 'changed'], null, 3])
})
