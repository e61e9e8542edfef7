import { follow, type Progress } from '../../api/progress'

/** What is told of a load while it lasts. */
export interface Told {
  progress: Progress | null
  older: number | null
}

/**
 * Load the present answer. Where only one of before is at hand, that is shown until then, and `told.older` says so.
 * Nothing is told or shown once the page is left.
 */
export async function loaded<Value>(
  load: (signal: AbortSignal) => Promise<Value>,
  leaving: AbortSignal,
  told: Told,
  show: (value: Value) => void,
): Promise<Value> {
  const progress = (now: Progress) => void (leaving.aborted || (told.progress = now))
  const since: number[] = []
  follow(leaving, { progress, older: (changes) => void since.push(changes) })
  const first = await load(leaving)
  if (leaving.aborted || !since.length) return first
  told.older = Math.max(...since)
  show(first)
  const patient = AbortSignal.any([leaving])
  follow(patient, { progress })
  const present = await load(patient)
  return JSON.stringify(present) === JSON.stringify(first) ? first : present // what is the same is not drawn anew
}
