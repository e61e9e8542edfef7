import type { components } from './schema'

type Problem = components['schemas']['Problem']

/** Why a request failed. `code` is worded in the interface; `status` is 0 where the server did not answer. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'

  constructor(
    readonly status: number,
    readonly code: string,
    /** One sentence of the server, in English, for the details that a person may copy. */
    readonly detail = '',
    /** The character (code point, from 0) of a filter that cannot be read. */
    readonly position: number | null = null,
    /** The sentence with what it says, for the interface to word. */
    readonly says: Problem['says'] | null = null,
  ) {
    super(`${status} ${code}`)
  }

  get isServerLost(): boolean {
    return this.status === 0
  }
}

/** The failure that an answer tells of. A server that fails without saying so in its own form is `internal`. */
export async function failureOf(response: Response): Promise<ApiFailure> {
  const said: unknown = await response.json().catch(() => null)
  if (isProblem(said)) return new ApiFailure(response.status, said.code, said.detail, said.position ?? null, said.says)
  return new ApiFailure(response.status, response.status >= 500 ? 'internal' : 'refused')
}

function isProblem(said: unknown): said is Problem {
  return typeof said === 'object' && said !== null && 'code' in said && 'detail' in said
}
