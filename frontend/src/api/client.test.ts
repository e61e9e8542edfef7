import { describe, expect, it } from 'vitest'
import { Client, urlOf } from './client'
import { ApiFailure } from './failure'
import { follow } from './progress'

type Reply = Response | Error

/** A server that gives its replies in turn and remembers what it was asked. */
function server(...replies: Reply[]) {
  const asked: { url: string; init: RequestInit }[] = []
  const fetcher = (url: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    asked.push({ url: String(url), init })
    const reply = replies.shift() ?? new Error('no more replies')
    return reply instanceof Error ? Promise.reject(reply) : Promise.resolve(reply)
  }
  return { asked, client: new Client(fetcher) }
}

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init)

describe('a request', () => {
  it('fills its path and leaves out what is not given', () => {
    const sent = { path: { case: 'a/b' }, query: { q: 'of:Peru', cursor: null, kind: ['event', 'tie'] } }
    expect(urlOf('/api/cases/{case}/claims', sent)).toBe('/api/cases/a%2Fb/claims?q=of%3APeru&kind=event&kind=tie')
  })

  it('is answered from what is kept where nothing has changed', async () => {
    const { asked, client } = server(json({ items: [], version: '1' }, { headers: { etag: '"1"' } }), new Response(null, { status: 304 }))
    const first = await client.get('/api/cases', {})
    expect(await client.get('/api/cases', {})).toBe(first)
    expect(asked[1]?.init.headers).toMatchObject({ 'if-none-match': '"1"' })
  })

  it('that takes long is asked again until it is answered, and tells how far it is', async () => {
    const working = json({ code: 'still_working', done: 3, of: 9 }, { status: 202, headers: { 'retry-after': '0' } })
    const { asked, client } = server(working, json({ items: [], version: '1' }))
    const [told, leaving] = [[] as unknown[], new AbortController()]
    follow(leaving.signal, { progress: (now) => void told.push(now) })
    expect(await client.get('/api/cases', { signal: leaving.signal })).toMatchObject({ items: [] })
    expect([asked.length, told]).toEqual([2, [{ done: 3, of: 9 }]])
  })

  it('takes an answer of before where who waits does, and tells how old it is', async () => {
    const older = json({ items: [], version: '1' }, { headers: { etag: '"before"', 'palanca-changes-since': '3' } })
    const { asked, client } = server(older, json({ items: [], version: '2' }))
    const [told, leaving, patient] = [[] as number[], new AbortController(), new AbortController()]
    follow(leaving.signal, { progress: () => undefined, older: (changes) => void told.push(changes) })
    expect(await client.get('/api/cases', { signal: leaving.signal })).toMatchObject({ version: '1' })
    expect(await client.get('/api/cases', { signal: patient.signal })).toMatchObject({ version: '2' })
    expect([told, asked.map(({ init }) => new Headers(init.headers).get('prefer'))]).toEqual([[3], ['older', null]])
  })

  it('fails with the code and the detail of the server', async () => {
    const { client } = server(json({ code: 'unreadable_query', detail: 'no such field', position: 4 }, { status: 422 }))
    await expect(client.get('/api/cases', {})).rejects.toEqual(new ApiFailure(422, 'unreadable_query', 'no such field', 4))
  })

  it('tells a server that is lost in the middle of its answer, and keeps nothing of it', async () => {
    const cut = new ReadableStream({ start: (into) => into.error(new TypeError('network error')) })
    const { client } = server(new Response(cut, { headers: { etag: '"1"' } }), new Response(cut))
    await expect(client.get('/api/cases', {})).rejects.toMatchObject({ code: 'server_lost' })
    await expect(client.ask('post', '/api/cases/example', {})).rejects.toMatchObject({ code: 'server_lost' })
    expect(client.connection.isLost).toBe(true)
  })

  it('tells a lost server from a page that was left', async () => {
    const { client } = server(new TypeError('refused'), new DOMException('left', 'AbortError'))
    await expect(client.get('/api/cases', {})).rejects.toMatchObject({ code: 'server_lost' })
    expect(client.connection.isLost).toBe(true)
    await expect(client.get('/api/cases', { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
  })
})
