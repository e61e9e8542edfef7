import { api } from '../../api/client'
import { Outbox } from '../../api/outbox'
import type { Answer, Method, Operation, PathOf, Request } from '../../api/shapes'
import { hold } from '../connection/connection.svelte'

const outbox = new Outbox()
outbox.listen(hold)
api.connection.listen((isLost) => void (isLost || outbox.resend()))

/** Change something, after all changes before it; held while the server is lost. Raises ApiFailure. Pages that only read go without this file. */
export function change<M extends Exclude<Method, 'get'>, P extends PathOf<M>>(
  method: M,
  path: P,
  request: Request<Operation<M, P>>,
): Promise<Answer<Operation<M, P>>> {
  return outbox.add(() => api.ask(method, path, request))
}
