import { followerOf, type Progress } from './progress'

const STILL_WORKING = 202

/** The answer of the server once it is no longer being worked out; `send` asks again. Loaded only where something takes long. */
export async function waited(response: Response, send: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  while (response.status === STILL_WORKING) {
    followerOf(signal)?.progress(progressOf(await response.json()))
    await pause(1000 * Number(response.headers.get('retry-after') ?? 1), signal)
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
