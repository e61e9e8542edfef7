/** Files are named by what they are, in a folder named by all that they are built from: a hash in every name would be a tenth of the shell. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { Plugin } from 'vite'

const SOURCES = ['src', 'plugins', 'index.html', 'package-lock.json', 'vite.config.ts', 'svelte.config.js']

/** Lets files lie in `assets/<digest>/`, whose name is another after every change, so that browsers may keep them for good. */
export function namedByBuild(): Plugin {
  const folder = `assets/${digest()}`
  const named = { entryFileNames: `${folder}/[name].js`, chunkFileNames: `${folder}/[name].js`, assetFileNames: `${folder}/[name][extname]` }
  return {
    name: 'named-by-build',
    apply: 'build',
    config: () => ({ build: { rolldownOptions: { output: named } }, worker: { rolldownOptions: { output: named } } }),
  }
}

function digest(): string {
  const hash = createHash('sha256')
  for (const path of SOURCES.flatMap(filesAt).toSorted()) hash.update(path).update(readFileSync(new URL(`../${path}`, import.meta.url)))
  return hash.digest('hex').slice(0, 8)
}

function filesAt(source: string): string[] {
  const at = (path: string) => new URL(`../${path}`, import.meta.url)
  if (statSync(at(source)).isFile()) return [source]
  const within = readdirSync(at(source), { recursive: true, encoding: 'utf8' }).map((path) => `${source}/${path}`)
  return within.filter((path) => statSync(at(path)).isFile())
}
