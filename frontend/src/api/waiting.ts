import { followerOf, type Progress } from './progress'

const STILL_WORKING = 202
/** What takes little longer than the server waits is there by then. */
const FIRST_PAUSE_MS = 200

/** The answer of the server once it is no longer being worked out; `send` asks again. Loaded only where something takes long. */
export async function waited(response: Response, send: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  for (let isFirst = true; response.status === STILL_WORKING; isFirst = false) {
    followerOf(signal)?.progress(progressOf(await response.json()))
    await pause(isFirst ? FIRST_PAUSE_MS : 1000 * Number(response.headers.get('retry-after') ?? 1), signal)
    response = await send()
  }
  return response
}

function progressOf(said: unknown): Progress {
  const { done, of } = { ...(typeof said === 'object' ? said : null) } as Partial<Progress>
  return { done: Number(done ?? 0), of: Number(of ?? 0) }
}

/** Let some time pass; raises the AbortError of the signal when the page is left meanwhile. */
function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer)
      reject(signal?.reason as Error)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', leave)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
