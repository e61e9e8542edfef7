import { readdirSync, readFileSync } from 'node:fs'
import { parse, type AST } from 'svelte/compiler'
import { describe, expect, it } from 'vitest'

const SPOKEN = new Set(['alt', 'aria-label', 'aria-description', 'aria-placeholder', 'aria-valuetext', 'label', 'placeholder', 'title'])
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'))

interface Node {
  readonly type?: string
  readonly [name: string]: unknown
}

/** Every node of the markup, whatever it stands in. */
function* nodes(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one)
  else if (value !== null && typeof value === 'object') {
    yield value as Node
    for (const part of Object.values(value)) yield* nodes(part)
  }
}

function markup(file: string): Node[] {
  const tree: AST.Root = parse(readFileSync(`src/${file}`, 'utf8'), { modern: true })
  return [...nodes(tree.fragment)]
}

/** Words (two letters or more) written in the markup, or in an attribute that is read out. */
function written(all: readonly Node[]): string[] {
  const spoken = all.filter((node) => node.type === 'Attribute' && SPOKEN.has(String(node['name'])))
  const quiet = all.filter((node) => node.type === 'StyleDirective' || (node.type === 'Attribute' && !SPOKEN.has(String(node['name']))))
  const silent = new Set(quiet.flatMap((node) => [...nodes(node['value'])]))
  const texts = [...all.filter((node) => !silent.has(node)), ...spoken.flatMap((node) => [...nodes(node['value'])])]
  return texts.filter((node) => node.type === 'Text' && /\p{L}{2}/u.test(String(node['data']))).map((node) => String(node['data']).trim())
}

describe.each(files)('%s', (file) => {
  const all = markup(file)

  it('writes no text of its own', () => {
    expect(written(all)).toEqual([])
  })

  it('keeps to the content security policy: no style attribute, no handler or markup from text', () => {
    const styled = all.filter((node) => node.type === 'Attribute' && node['name'] === 'style')
    expect([styled.length, all.filter((node) => node.type === 'HtmlTag').length]).toEqual([0, 0])
  })
})
