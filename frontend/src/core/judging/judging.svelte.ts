import { change } from '../changing/changing'
import { ApiFailure } from '../../api/failure'
import type { Out } from '../../api/shapes'
import type { Claim } from '../claims/claims'
import { failureFrom } from '../loading/resource.svelte'
import { prefer, preferences } from '../preferences/preferences.svelte'
import { back, did, forth, without, type History } from './history'
import { arrive } from './presence.svelte'

export type Verdict = Out<'Verdict'>
type Thing = Out<'Thing'>

/** What a person decides on: ids with the tags of what was shown, and that itself. */
export interface Decision {
  readonly case: string
  readonly verdict: Verdict
  readonly on: readonly string[]
  readonly seen: readonly string[]
  readonly field?: Out<'Field'>
  readonly value?: string
  readonly claim?: Claim
  readonly statement?: Out<'NewStatement'>
  readonly things?: readonly Thing[]
}

/** What has become of a decision. `unsigned`: the person gave no name. `changed`: somebody judged meanwhile. */
export type Fate = 'kept' | 'changed' | 'failed' | 'unsigned'

/** One step that can be taken back: `latest` are the judgements to undo for that, once they are kept. */
interface Step {
  readonly decision: Decision
  latest: Promise<readonly string[]>
}

/** What was decided elsewhere before a decision came in. */
export interface Conflict {
  readonly decision: Decision
  readonly settle: (fate: Fate) => void
}

arrive()

let history = $state.raw<History<Step>>({ done: [], undone: [] })
let asking = $state.raw<((name: string | null) => void) | null>(null)
let conflicts = $state.raw<readonly Conflict[]>([])
let failure = $state.raw<ApiFailure | null>(null)

/** What was decided on this page since it was opened, and what the person must still say. */
export const judging = {
  /** The first of those that wait for an answer: after a while without the server there may be several. */
  get conflict(): Conflict | null {
    return conflicts[0] ?? null
  },
  /** Why the last decision was not kept. */
  get failure(): ApiFailure | null {
    return failure
  },
  get isNameAsked(): boolean {
    return asking !== null
  },
  canUndo: (inCase: string): boolean => history.done.at(-1)?.decision.case === inCase,
  canRedo: (inCase: string): boolean => history.undone.at(-1)?.decision.case === inCase,
  /** What was decided on things of these tags, until the server shows them as changed by it. */
  decided: (on: readonly string[], seen: readonly string[]): Decision | null =>
    history.done.findLast(({ decision }) => String(decision.on) === String(on) && String(decision.seen) === String(seen))?.decision ?? null,
}

/** Decide. It shows at once; the promise tells what has become of it. */
export async function decide(decision: Decision): Promise<Fate> {
  const who = await judge()
  return who ? keep(decision, who, decision.seen) : 'unsigned'
}

/** Take the last decision back: what it was about, or null where there is none. */
export async function undo(inCase: string): Promise<Decision | null> {
  const step = history.done.at(-1)
  if (!step || !judging.canUndo(inCase)) return null
  history = back(history)
  return turned(step)
}

/** Take one decision of this page back, whichever it was in the order of them. */
export async function withdraw(decision: Decision): Promise<void> {
  const step = history.done.find((one) => one.decision === decision)
  if (!step) return
  history = without(history, step)
  await turned(step)
}

/** Decide again what was taken back last. */
export async function redo(inCase: string): Promise<Decision | null> {
  const step = history.undone.at(-1)
  if (!step || !judging.canRedo(inCase)) return null
  history = forth(history)
  return turned(step)
}

/** Take any judgement back by its id, such as one of the log. */
export async function takeBack(inCase: string, judgement: string): Promise<Fate> {
  return decide({ case: inCase, verdict: 'undo', on: [judgement], seen: [] })
}

/** Answer who judges; null for nobody. */
export function sign(name: string | null): void {
  if (name) prefer({ who: name })
  asking?.(name)
  asking = null
}

/** Answer what is to be done about a conflict: to decide all the same, `on` what has these ids now, or to leave it as it is. */
export async function resolve(anyway: boolean, on?: readonly string[]): Promise<void> {
  const [open, ...others] = conflicts
  conflicts = others
  if (open) open.settle(anyway ? await keep({ ...open.decision, on: on ?? open.decision.on }, preferences.current.who, []) : 'changed')
}

export function dismiss(): void {
  failure = null
}

function judge(): Promise<string | null> {
  const known = preferences.current.who
  if (known) return Promise.resolve(known)
  asking?.(null)
  return new Promise((answer) => (asking = answer))
}

async function keep(decision: Decision, who: string, seen: readonly string[]): Promise<Fate> {
  const { case: inCase, verdict, on, field, value, statement } = decision
  failure = null
  const step: Step = { decision, latest: posted(inCase, { verdict, on: [...on], seen: [...seen], who, field: field ?? null, value: value ?? null, note: null, statement: statement ?? null }) }
  history = did(history, step)
  try {
    await step.latest
    return 'kept'
  } catch (problem) {
    history = without(history, step)
    return refused(decision, failureFrom(problem))
  }
}

function refused(decision: Decision, why: ApiFailure): Promise<Fate> | Fate {
  const isHeld = decision.verdict !== 'state' // there is nothing to compare: its document is gone
  if (isHeld && why.code === 'changed_meanwhile') return new Promise((settle) => (conflicts = [...conflicts, { decision, settle }]))
  failure = why
  return 'failed'
}

async function turned(step: Step): Promise<Decision | null> {
  const before = step.latest
  const who = preferences.current.who
  step.latest = before.then((ids) => allUndone(step.decision.case, ids, who))
  try {
    await step.latest
    return step.decision
  } catch (problem) {
    history = without(history, step)
    failure = failureFrom(problem)
    return null
  }
}

/** One after the other, the last first. The judgements that undo. */
async function allUndone(inCase: string, judgements: readonly string[], who: string): Promise<string[]> {
  const made: string[] = []
  for (const one of judgements.toReversed()) {
    made.push(...(await posted(inCase, { verdict: 'undo', on: [one], seen: [], who, field: null, value: null, note: null })))
  }
  return made
}

/** The judgements that are kept. Each has its moment, so that one which is sent again since its answer was lost is kept once. */
async function posted(inCase: string, judgement: Out<'NewJudgement'>): Promise<string[]> {
  const body = { ...judgement, at: new Date().toISOString() }
  const kept = await change('post', '/api/cases/{case}/judgements', { path: { case: inCase }, body })
  return kept.items.map((one) => one.id)
}
