import { api } from './client'
import type { Connection } from './connection'

/** What the server tells of a case unasked: a job has moved on, the case was settled anew, somebody judged; `behind`: look at all again. */
export const EVENTS = ['job', 'settled', 'judged', 'behind'] as const
export type News = (typeof EVENTS)[number]

/** The part of an EventSource that is used, so that a test can stand in for the server. */
export interface Stream {
  onopen: (() => void) | null
  onerror: (() => void) | null
  addEventListener(event: string, heard: (message: { readonly data: string }) => void): void
  close(): void
}

/**
 * Hear the news of a case until the function that is given back is called. The browser reconnects by itself; what was told
 * meanwhile nobody heard, so that whoever listens is `behind`.
 */
export function hear(
  inCase: string,
  heard: (news: News, content: unknown) => void,
  open: (url: string) => Stream = (url) => new EventSource(url) as Stream,
  connection: Connection = api.connection,
): () => void {
  const stream = open(`/api/cases/${encodeURIComponent(inCase)}/news`)
  let wasCut = false
  stream.onopen = () => {
    connection.found()
    if (wasCut) heard('behind', null)
    wasCut = false
  }
  stream.onerror = () => {
    wasCut = true
    connection.lost()
  }
  for (const event of EVENTS) stream.addEventListener(event, ({ data }) => heard(event, contentOf(data)))
  return () => stream.close()
}

function contentOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
