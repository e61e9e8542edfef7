import { Connection } from './connection'
import { ApiFailure, failureOf } from './failure'
import { followerOf } from './progress'
import type { Answer, Method, Operation, PathOf, Request } from './shapes'

interface Kept {
  readonly version: string
  readonly answer: unknown
}

/** A request as it is sent, whatever its operation. */
interface Sent {
  readonly path?: object
  readonly query?: object
  readonly body?: unknown
  readonly signal?: AbortSignal
}

const ANSWERS_KEPT = 200
const STILL_WORKING = 202

/** Asks the server. Answers carry their ETag and are kept: one that has not changed is not sent again. */
export class Client {
  readonly connection = new Connection()
  readonly #fetch: typeof fetch
  readonly #kept = new Map<string, Kept>()

  constructor(fetcher: typeof fetch) {
    this.#fetch = fetcher
  }

  /** Read, however long it takes; see `follow` for how far it is. Raises ApiFailure, or the AbortError of `signal` when the page was left. */
  async get<P extends PathOf<'get'>>(path: P, request: Request<Operation<'get', P>>): Promise<Answer<Operation<'get', P>>> {
    const url = urlOf(path, request as Sent)
    const kept = this.#kept.get(url)
    const response = await this.#answered(url, request as Sent, kept && { 'if-none-match': kept.version })
    if (response.status === 304 && kept) return kept.answer as Answer<Operation<'get', P>>
    const answer = (await this.#heard(response.json(), request as Sent)) as Answer<Operation<'get', P>>
    this.#keep(url, response.headers.get('etag'), answer)
    return answer
  }

  /** Ask for a change, or something that takes a body; fails at once where the server is lost. */
  async ask<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(
    method: M,
    path: P,
    request: Request<Operation<M, P>>,
  ): Promise<Answer<Operation<M, P>>> {
    const sent = request as Sent
    const response = await this.#send(method, urlOf(path, sent), sent)
    return (response.status === 204 ? undefined : await this.#heard(response.json(), sent)) as Answer<Operation<M, P>>
  }

  /** The answer of the server once it is no longer being worked out, or one of before where who follows the signal takes that. */
  async #answered(url: string, sent: Sent, versions?: Record<string, string>): Promise<Response> {
    const older = followerOf(sent.signal)?.older
    const send = () => this.#send('get', url, sent, { ...(older && { prefer: 'older' }), ...versions })
    let response = await send()
    if (response.status === STILL_WORKING) response = await (await import('./waiting')).waited(response, send, sent.signal)
    const changes = response.headers.get('palanca-changes-since')
    if (changes) older?.(Number(changes))
    return response
  }

  async #send(method: Method, url: string, sent: Sent, versions: Record<string, string> = {}): Promise<Response> {
    const init: RequestInit = {
      method: method.toUpperCase(),
      headers: { accept: 'application/json', ...typeOf(sent.body), ...versions },
      body: written(sent.body),
      signal: sent.signal ?? null,
    }
    const response = await this.#heard(this.#fetch.call(globalThis, url, init), sent)
    this.connection.found()
    if (!response.ok && response.status !== 304) throw await failureOf(response)
    return response
  }

  /** An answer, or what it says: a server may be lost in the middle of it. */
  async #heard<Said>(saying: Promise<Said>, { signal }: Sent): Promise<Said> {
    try {
      return await saying
    } catch (problem) {
      if (signal?.aborted || !(problem instanceof TypeError)) throw problem
      this.connection.lost()
      throw new ApiFailure(0, 'server_lost')
    }
  }

  #keep(url: string, version: string | null, answer: unknown): void {
    this.#kept.delete(url)
    if (version === null) return
    this.#kept.set(url, { version, answer })
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > ANSWERS_KEPT && oldest !== undefined) this.#kept.delete(oldest)
  }
}

/** The address of a request. A value of the query that is null, undefined or empty is left out; a list is repeated. */
export function urlOf(path: string, { path: values = {}, query = {} }: Sent): string {
  const given = new Map<string, unknown>(Object.entries(values))
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(given.get(name) ?? '')))
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
      (Array.isArray(value) ? value : [value]).filter(isGiven).map((one) => [name, String(one)]),
    ),
  )
  return search.size ? `${filled}?${search.toString()}` : filled
}

/** Files go as a form, whose type the browser writes; all else as JSON. */
function typeOf(body: unknown): Record<string, string> {
  return body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }
}

function written(body: unknown): BodyInit | null {
  return body instanceof FormData ? body : ((JSON.stringify(body) as string | undefined) ?? null)
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

/** The one client of this page. */
export const api = new Client(fetch)
