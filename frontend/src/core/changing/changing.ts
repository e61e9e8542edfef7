import { api } from '../../api/client'
import { ApiFailure } from '../../api/failure'
import { Outbox } from '../../api/outbox'
import type { Answer, Method, Operation, PathOf, Request } from '../../api/shapes'
import { hold } from '../connection/connection.svelte'

const outbox = new Outbox()
outbox.listen(hold)
outbox.listen((count) => {
  if (count) addEventListener('beforeunload', warn)
  else removeEventListener('beforeunload', warn)
})
api.connection.listen((isLost) => void (isLost || outbox.resend()))

/** Change something, after all changes before it; held while the server is lost. Raises ApiFailure. Pages that only read go without this file. */
export function change<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(
  method: M,
  path: P,
  request: Request<Operation<M, P>>,
): Promise<Answer<Operation<M, P>>> {
  return outbox.add(async () => {
    try {
      return await api.ask(method, path, request)
    } catch (failure) {
      throw (await isSpoilt(request.body)) ? new ApiFailure(400, 'changed_file') : failure
    }
  })
}

/** Have the browser ask before it leaves a page with changes that the server does not have yet. */
function warn(event: Event): void {
  event.preventDefault()
}

/** Whether a file to be sent can no longer be read, as one that was changed since it was chosen: it would be tried for ever. */
async function isSpoilt(body: unknown): Promise<boolean> {
  const files = body instanceof FormData ? [...body.values()].filter((one) => one instanceof File) : []
  const read = await Promise.allSettled(files.map((one) => one.slice(0, 1).arrayBuffer()))
  return read.some((one) => one.status === 'rejected')
}
