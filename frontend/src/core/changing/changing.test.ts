import { beforeEach, expect, it, vi } from 'vitest'

let isBack: boolean
const sent: string[] = []

beforeEach(() => {
  isBack = false
  sent.length = 0
  vi.resetModules()
  vi.stubGlobal('fetch', (url: string) => {
    if (!isBack) return Promise.reject(new TypeError('refused'))
    sent.push(url)
    return Promise.resolve(new Response('{}'))
  })
})

it('is sent when the server is found again, and told as held until then', async () => {
  const [{ change }, { api }, { connection }] = await Promise.all([import('./changing'), import('../../api/client'), import('../connection/connection.svelte')])
  const changed = change('post', '/api/cases/{case}/jobs/{number}/cancel', { path: { case: 'harbour', number: 1 } })
  await vi.waitFor(() => expect(api.connection.isLost).toBe(true))
  expect(connection.held).toBe(1)
  isBack = true
  await api.get('/api/cases', {})
  await changed
  expect(connection.held).toBe(0)
  expect(sent).toEqual(['/api/cases', '/api/cases/harbour/jobs/1/cancel'])
})
