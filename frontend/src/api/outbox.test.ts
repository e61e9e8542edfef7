import { expect, it } from 'vitest'
import { ApiFailure } from './failure'
import { Outbox } from './outbox'

const lost = () => Promise.reject(new ApiFailure(0, 'server_lost'))

it('holds edits while the server is lost, and sends them in their order', async () => {
  const [outbox, sent] = [new Outbox(), [] as string[]]
  let isBack = false
  const edit = (name: string) => outbox.add(() => (isBack ? Promise.resolve(void sent.push(name)) : lost()))
  const edits = [edit('first'), edit('second')]
  await Promise.resolve()
  expect(outbox.count).toBe(2)
  isBack = true
  await outbox.resend()
  await Promise.all(edits)
  expect(sent).toEqual(['first', 'second'])
})

it('holds nothing any more when its maker hears of it', async () => {
  const outbox = new Outbox()
  const counts = [await outbox.add(() => Promise.resolve(1)).then(() => outbox.count), await outbox.add(() => Promise.reject(new Error('no'))).catch(() => outbox.count)]
  expect(counts).toEqual([0, 0])
})

it('does not hold up an edit behind one that is refused', async () => {
  const outbox = new Outbox()
  const refused = outbox.add(() => Promise.reject(new ApiFailure(409, 'changed_meanwhile')))
  const next = outbox.add(() => Promise.resolve('saved'))
  await expect(refused).rejects.toMatchObject({ code: 'changed_meanwhile' })
  expect(await next).toBe('saved')
})
