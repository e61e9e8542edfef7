import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeholders } from '../core/words/messages'
import { FAMILIES } from '../core/words/families'
import en from './en.json'
import es from './es.json'
import same from './same.json'

const SOURCE = 'src'
const english: Record<string, string> = en
const spanish: Record<string, string> = es
const text = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(svelte|ts)$/.test(file) && !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${SOURCE}/${file}`, 'utf8'))
  .join('\n')
const said = new Set([...text.matchAll(/['"`]([\w.-]+)['"`]/g)].map(([, key]) => key ?? ''))
const prefixes = [...text.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, prefix]) => prefix ?? '')

function isCode(key: string): boolean {
  return FAMILIES.some((family) => key.startsWith(`${family}.`))
}

function isUsed(key: string): boolean {
  const base = key.replace(/\.(one|other)$/, '')
  return said.has(key) || said.has(base) || isCode(key) || prefixes.some((one) => key.startsWith(one))
}

describe('the words', () => {
  it('are there in both languages, in the order of the alphabet', () => {
    expect(Object.keys(spanish)).toEqual(Object.keys(english))
    expect(Object.keys(english)).toEqual(Object.keys(english).toSorted())
  })

  it('are all used', () => {
    expect(Object.keys(english).filter((key) => !isUsed(key))).toEqual([])
  })

  it('are translated, save those listed as the same in both', () => {
    const untranslated = Object.keys(english).filter((key) => english[key] === spanish[key])
    expect(untranslated).toEqual(same)
  })

  it('carry the same values in both', () => {
    const differing = Object.keys(english).filter(
      (key) => String(placeholders(english[key] ?? '')) !== String(placeholders(spanish[key] ?? '')),
    )
    expect(differing).toEqual([])
  })

  it('count with both plurals', () => {
    const counting = Object.keys(english).filter((key) => /\.(one|other)$/.test(key) && !isCode(key))
    const halves = counting.filter((key) => !(`${key.replace(/\.\w+$/, '')}.${key.endsWith('.one') ? 'other' : 'one'}` in english))
    expect(halves).toEqual([])
  })
})
