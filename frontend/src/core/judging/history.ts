/** What can be undone and what can be done again, each with the last at its end. */
export interface History<Step> {
  readonly done: readonly Step[]
  readonly undone: readonly Step[]
}

/** A history with one step more; what had been undone cannot be done again after it. */
export function did<Step>(history: History<Step>, step: Step): History<Step> {
  return { done: [...history.done, step], undone: [] }
}

/** One step back; the same history where nothing was done. */
export function back<Step>({ done, undone }: History<Step>): History<Step> {
  return { done: done.slice(0, -1), undone: [...undone, ...done.slice(-1)] }
}

/** One step forth again; the same history where nothing was undone. */
export function forth<Step>({ done, undone }: History<Step>): History<Step> {
  return { done: [...done, ...undone.slice(-1)], undone: undone.slice(0, -1) }
}

/** A history without a step that came to nothing. */
export function without<Step>({ done, undone }: History<Step>, step: Step): History<Step> {
  return { done: done.filter((one) => one !== step), undone: undone.filter((one) => one !== step) }
}
