/** Why a request failed. `code` is worded in the interface; `status` is 0 where the server did not answer. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'

  constructor(
    readonly status: number,
    readonly code: string,
    /** What the server adds to the code, such as the character at which a filter is wrong. */
    readonly detail: unknown = null,
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
  const fields = isRecord(said) ? said : {}
  const code = typeof fields['code'] === 'string' ? fields['code'] : CODES[response.status]
  return new ApiFailure(response.status, code ?? (response.status >= 500 ? 'internal' : 'unknown'), fields['detail'] ?? null)
}

const CODES: { readonly [status: number]: string } = { 404: 'not-found', 409: 'conflict', 412: 'conflict' }

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
