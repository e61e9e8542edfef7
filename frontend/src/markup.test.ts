import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const texts = new Map(
  readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith('.test.ts'))
    .map((file) => [file, readFileSync(`src/${file}`, 'utf8')]),
)

it('no space is written at the start of a block or an element, where Svelte drops it', () => {
  const dropped = [...texts].filter(([, text]) => /\{(#if|:else if) [^{}]+\} <|\{:else\} <|<span[^>]*> ·/.test(text)).map(([file]) => file)
  expect(dropped).toEqual([])
})

it('every component is used', () => {
  const all = [...texts.values()].join('\n')
  const unused = [...texts.keys()].filter((file) => file.endsWith('.svelte') && !all.includes(`/${file.split('/').at(-1) ?? ''}'`))
  expect(unused).toEqual([])
})
