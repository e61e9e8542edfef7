import { ApiFailure } from '../../api/failure'
import type { Progress } from '../../api/progress'
import { loaded } from './loaded'

/** Something that is loaded within a component, and again whenever what its `load` reads changes. */
export class Resource<Value> {
  /** The answer; that of before while a newer one loads. */
  value: Value | null = $state.raw(null)
  failure: ApiFailure | null = $state.raw(null)
  isLoading = $state(true)
  /** How far an answer is that takes long. */
  progress: Progress | null = $state.raw(null)
  /** How many changes ago the value was right that is shown while the present one is worked out; null for the present one. */
  older: number | null = $state(null)
  #tries = $state(0)

  /** `load` is called in an effect: make it where a component is made. What nobody waits for any longer is cancelled. */
  constructor(load: (signal: AbortSignal) => Promise<Value>) {
    $effect(() => {
      void this.#tries
      const leaving = new AbortController()
      this.isLoading = true
      loaded(load, leaving.signal, this, (value) => (this.value = value)).then(
        (value) => this.#settle(leaving.signal, value, null),
        (problem: unknown) => this.#settle(leaving.signal, this.value, failureFrom(problem)),
      )
      return () => leaving.abort()
    })
  }

  retry(): void {
    this.#tries += 1
  }

  #settle(signal: AbortSignal, value: Value | null, failure: ApiFailure | null): void {
    if (signal.aborted) return
    if (!failure) this.older = null
    this.value = value
    this.failure = failure
    this.isLoading = false
    this.progress = null
  }
}

/** Load what the server answers: `const claims = resource((signal) => api.get(…, {signal}))`. */
export function resource<Value>(load: (signal: AbortSignal) => Promise<Value>): Resource<Value> {
  return new Resource(load)
}

/** Any problem as a failure; one of our own making is `internal`, with its words. */
export function failureFrom(problem: unknown): ApiFailure {
  return problem instanceof ApiFailure ? problem : new ApiFailure(500, 'internal', String(problem))
}
