/** Words go out in parts: those that one page alone says go with that page, all others with the shell. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { FAMILIES } from '../src/core/words/families.ts'

/** A file that says words: its path below `src`, and its text. */
export interface Speaker {
  readonly path: string
  readonly text: string
}

type Words = Readonly<Record<string, string>>

const LANGUAGES = ['en', 'es'] as const
const SHARED = 'shared'
/** The table of all families names what others say. */
const SAYS_NOTHING = ['core/words/families.ts', 'api/schema.ts']

/** The words of each part: `shared`, and a part for each folder of pages. A key is said as text, by the beginning of a template, or by its family. */
export function partsOf(words: Words, speakers: readonly Speaker[]): Record<string, Record<string, string>> {
  const said = mentions(speakers, /['"`]([\w.-]+)['"`]/g)
  const begun = mentions(speakers, /`([\w.-]+\.)\$\{/g)
  const parts: Record<string, Record<string, string>> = { [SHARED]: {} }
  for (const folder of new Set(speakers.map(folderOf))) parts[folder] = {}
  for (const [key, text] of Object.entries(words)) {
    const [only, ...others] = foldersThatSay(key, said, begun)
    const part = only !== undefined && !others.length ? only : SHARED
    parts[part] = { ...parts[part], [key]: text }
  }
  return parts
}

function foldersThatSay(key: string, said: Mentions, begun: Mentions): Set<string> {
  const family = FAMILIES.find((one) => key.startsWith(`${one}.`))
  const names = [key, key.replace(/\.(one|other)$/, ''), ...(family ? [family] : [])]
  const beginnings = [...begun.keys()].filter((one) => key.startsWith(one))
  return new Set([...names.flatMap((one) => [...(said.get(one) ?? [])]), ...beginnings.flatMap((one) => [...(begun.get(one) ?? [])])])
}

type Mentions = ReadonlyMap<string, ReadonlySet<string>>

/** What a pattern finds, with the folders in which it stands. */
function mentions(speakers: readonly Speaker[], pattern: RegExp): Mentions {
  const found = new Map<string, Set<string>>()
  for (const speaker of speakers)
    for (const [, name = ''] of speaker.text.matchAll(pattern))
      found.set(name, (found.get(name) ?? new Set()).add(folderOf(speaker)))
  return found
}

function folderOf({ path }: Speaker): string {
  return /^views\/([^/]+)\//.exec(path)?.[1] ?? SHARED
}

/** Writes the parts as files beside the code, in a folder named by what is in them, and tells the code its name. */
export function wordsInParts(): Plugin {
  const files = filesOf()
  const name = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 8)
  return {
    name: 'words-in-parts',
    apply: 'build',
    config: () => ({ define: { 'import.meta.env.WORDS': JSON.stringify(`/assets/words-${name}`) } }),
    generateBundle() {
      for (const [path, source] of Object.entries(files)) this.emitFile({ type: 'asset', fileName: `assets/words-${name}/${path}`, source })
    },
  }
}

/** The files of all parts, by `en/network.json`. */
function filesOf(): Record<string, string> {
  const source = new URL('../src/', import.meta.url)
  const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => /(?<!\.test)\.(svelte|ts)$/.test(path))
  const speakers = paths.filter((path) => !SAYS_NOTHING.includes(path)).map((path) => ({ path, text: readFileSync(new URL(path, source), 'utf8') }))
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const words = JSON.parse(readFileSync(new URL(`words/${language}.json`, source), 'utf8')) as Words
      return Object.entries(partsOf(words, speakers)).map(([part, said]) => [`${language}/${part}.json`, JSON.stringify(said)])
    }),
  )
}
