import { api } from './client'
import type { Connection } from './connection'

/** What the server tells of a case unasked: a job has moved on, the case was settled anew or could not be, somebody judged; `behind`: look at all again. */
export const EVENTS = ['job', 'settled', 'judged', 'trouble', 'behind'] as const
export type News = (typeof EVENTS)[number]

/** The part of an EventSource that is used, so that a test can stand in for the server. */
export interface Stream {
  readonly readyState: number
  onopen: (() => void) | null
  onerror: (() => void) | null
  addEventListener(event: string, heard: (message: { readonly data: string }) => void): void
  close(): void
}

/** What `hear` needs of the browser and the page. */
export interface Hearing {
  readonly open: (url: string) => Stream
  readonly connection: Connection
  /** The milliseconds since the page was opened. */
  readonly clock: () => number
}

const BROWSER: Hearing = { open: (url) => new EventSource(url) as Stream, connection: api.connection, clock: () => performance.now() }
const CLOSED = 2
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 60_000

/**
 * Hear the news of a case until the function that is given back is called. What was told since the page was opened and
 * before the stream was, or while the server was lost, nobody heard: whoever listens is then `behind`. For a lost server the
 * browser looks by itself; where one answers with no stream, as for a case that cannot be read just now, one is opened anew.
 */
export function hear(inCase: string, heard: (news: News, content: unknown) => void, { open, connection, clock }: Hearing = BROWSER): () => void {
  let stream: Stream
  let wasCut = false
  let waitMs = FIRST_WAIT_MS
  let timer: ReturnType<typeof setTimeout> | undefined

  function attach(): void {
    stream = open(`/api/cases/${encodeURIComponent(inCase)}/news`)
    stream.onopen = () => connection.found()
    stream.onerror = () => {
      wasCut = true
      if (stream.readyState !== CLOSED) return connection.lost()
      timer = setTimeout(attach, waitMs)
      waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)
    }
    stream.addEventListener('begun', ({ data }) => {
      if (wasCut || quietMs(contentOf(data)) <= clock()) heard('behind', null)
      wasCut = false
      waitMs = FIRST_WAIT_MS
    })
    for (const event of EVENTS) stream.addEventListener(event, ({ data }) => heard(event, contentOf(data)))
  }

  attach()
  return () => {
    clearTimeout(timer)
    stream.close()
  }
}

/** For how long nothing had been told when a stream was opened. */
function quietMs(content: unknown): number {
  const seconds = typeof content === 'object' && content !== null && 'quiet_s' in content ? content.quiet_s : null
  return typeof seconds === 'number' ? 1000 * seconds : Infinity
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
