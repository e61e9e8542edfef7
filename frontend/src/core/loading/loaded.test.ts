import { describe, expect, it } from 'vitest'
import { followerOf } from '../../api/progress'
import { loaded } from './loaded'

/** A load whose answers of before so many changes come to who takes them, and then that of now. */
function coming(before: number | null, answers: readonly unknown[]) {
  const left = [...answers]
  return (signal: AbortSignal): Promise<unknown> => {
    const older = followerOf(signal)?.older
    if (before !== null) older?.(before)
    return Promise.resolve(left.length > 1 && older && before !== null ? left.shift() : left.at(-1))
  }
}

async function shownBy(load: (signal: AbortSignal) => Promise<unknown>, leaving = new AbortController()) {
  const [told, shown] = [{ progress: null, older: null as number | null }, [] as unknown[]]
  const present = await loaded(load, leaving.signal, told, (value) => shown.push([value, told.older]))
  return { present, shown }
}

describe('what is loaded', () => {
  it('is the present answer alone where that is there', async () => {
    expect(await shownBy(coming(null, ['now']))).toEqual({ present: 'now', shown: [] })
  })

  it('is shown as it was before until the present answer is there', async () => {
    expect(await shownBy(coming(3, ['before', 'now']))).toEqual({ present: 'now', shown: [['before', 3]] })
  })

  it('is told as of an earlier day too', async () => {
    expect(await shownBy(coming(0, ['before', 'now']))).toEqual({ present: 'now', shown: [['before', 0]] })
  })

  it('stays the very same where nothing in it has changed', async () => {
    const { present, shown } = await shownBy(coming(1, [{ items: [1] }, { items: [1] }]))
    expect(shown).toEqual([[present, 1]])
    expect((shown[0] as unknown[])[0]).toBe(present)
  })

  it('shows nothing to a page that was left', async () => {
    const leaving = new AbortController()
    leaving.abort()
    expect(await shownBy(coming(1, ['before', 'now']), leaving)).toEqual({ present: 'before', shown: [] })
  })
})
