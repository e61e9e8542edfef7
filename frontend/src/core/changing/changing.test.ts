import { beforeEach, expect, it, vi } from 'vitest'

let isBack: boolean
const sent: string[] = []
const heard = new Map<string, (event: Event) => void>()

beforeEach(() => {
  heard.clear()
  vi.stubGlobal('addEventListener', (event: string, hear: (event: Event) => void) => void heard.set(event, hear))
  vi.stubGlobal('removeEventListener', (event: string) => void heard.delete(event))
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

it('has the browser ask before the page is left until it is sent', async () => {
  const [{ change }, { api }] = await Promise.all([import('./changing'), import('../../api/client')])
  const changed = change('post', '/api/cases/{case}/jobs/{number}/cancel', { path: { case: 'harbour', number: 1 } })
  const leaving = new Event('beforeunload', { cancelable: true })
  heard.get('beforeunload')?.(leaving)
  expect(leaving.defaultPrevented).toBe(true)
  isBack = true
  await api.get('/api/cases', {})
  await changed
  expect(heard.size).toBe(0)
})

it('is given up when a file of it was changed since, and what comes after it goes on', async () => {
  const { change } = await import('./changing')
  const spoilt = Object.assign(new File(['x'], 'a.txt'), { slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }) })
  vi.spyOn(FormData.prototype, 'values').mockReturnValue([spoilt].values() as FormDataIterator<File>)
  await expect(change('post', '/api/cases/{case}/jobs', { path: { case: 'harbour' }, body: new FormData() })).rejects.toMatchObject({ code: 'changed_file' })
  isBack = true
  await change('post', '/api/cases/{case}/jobs/{number}/cancel', { path: { case: 'harbour', number: 1 } })
  expect(sent).toEqual(['/api/cases/harbour/jobs/1/cancel'])
})
