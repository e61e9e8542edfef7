import { api } from '../../api/client'

let isLost = $state(false)
let held = $state(0)

/** Whether the server answers, and how many changes wait for it. */
export const connection = {
  get isLost(): boolean {
    return isLost
  },
  get held(): number {
    return held
  },
}

const SECONDS_BETWEEN_TRIES = 3

/** Follow the client's connection, and knock while it is lost, until the function that is given back is called. */
export function watch(): () => void {
  const stop = api.connection.listen((lost) => void (isLost = lost))
  const knocking = setInterval(() => void (isLost && knock()), SECONDS_BETWEEN_TRIES * 1000)
  return () => {
    clearInterval(knocking)
    stop()
  }
}

/** Say how many changes wait. */
export function hold(count: number): void {
  held = count
}

/** Ask for something small; the client sees whether an answer comes. */
export async function knock(): Promise<void> {
  await api.get('/api/cases', {}).catch(() => null)
}
