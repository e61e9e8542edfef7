import type { Out } from '../../api/shapes'

export type Job = Out<'Job'>

const FORGOTTEN: string = 'forgotten'

/** What the news tell of a job. */
interface Told {
  readonly number: number
  readonly state: Job['state']
  readonly done: number
  readonly files: number
  readonly current: string
  readonly prose_read: number
  readonly prose_rows: number
}

/** Jobs with what the news told last of one of them; one that was forgotten is none. */
export function withNews(jobs: readonly Job[], told: unknown): readonly Job[] {
  if (!isTold(told)) return jobs
  if (told.state === FORGOTTEN) return jobs.filter((job) => job.number !== told.number)
  return jobs.map((job) => (job.number === told.number ? { ...job, ...told } : job))
}

/** Whether a job reads or waits to. */
export function isOpen(job: Pick<Job, 'state'>): boolean {
  return job.state === 'waiting' || job.state === 'reading'
}

/** Whether a job stopped before all of it was read. */
export function isStopped(job: Pick<Job, 'state'>): boolean {
  return !isOpen(job) && job.state !== 'done'
}

/** What tells that the list of jobs must be asked for anew: which job, and its state. */
export function stageOf(told: unknown): string {
  return isTold(told) ? `${told.number} ${told.state}` : ''
}

function isTold(told: unknown): told is Told {
  return typeof told === 'object' && told !== null && 'number' in told && 'state' in told && 'done' in told
}
