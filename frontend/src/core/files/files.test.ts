import { expect, it } from 'vitest'
import { chosen, dropped, partsOf, tooLarge } from './files'

const file = (name: string, bytes = 1) => new File(['x'.repeat(bytes)], name)

it('files go in parts that the server takes', () => {
  const files = chosen(Array.from({ length: 900 }, (_, at) => file(`${at}.txt`)))
  expect(partsOf(files).map((part) => part.length)).toEqual([400, 400, 100])
})

it('a file that the server would not take is told before it is sent', () => {
  const large = Object.defineProperty(file('scans.zip'), 'size', { value: 2 ** 30 })
  expect(tooLarge(chosen([file('tema.txt'), large]))?.place).toBe('scans.zip')
  expect(tooLarge(chosen([file('tema.txt')]))).toBeUndefined()
})

it('what systems leave behind is no document', () => {
  expect(chosen([file('tema.txt'), file('.DS_Store'), file('Thumbs.db')]).map((one) => one.place)).toEqual(['tema.txt'])
})

it('folders that are dropped are gone through to their end', async () => {
  const leaf = (path: string) => ({ isFile: true, fullPath: path, file: (done: (one: File) => void) => done(file(path)) })
  const folder = (path: string, within: unknown[]) => {
    const parts = [within, []]
    return { isFile: false, fullPath: path, createReader: () => ({ readEntries: (done: (one: unknown) => void) => done(parts.shift()) }) }
  }
  const entries = [folder('/news', [leaf('/news/a.txt'), folder('/news/old', [leaf('/news/old/b.txt')])])]
  expect((await dropped(entries as unknown as FileSystemEntry[])).map((one) => one.place)).toEqual(['news/a.txt', 'news/old/b.txt'])
})
