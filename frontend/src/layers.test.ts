import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The folders in their order: each imports from those before it, and never from those after. */
const LAYERS = ['words', 'styles', 'api', 'core', 'pictures', 'components', 'views']
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(svelte|ts)$/.test(file) && LAYERS.includes(file.split('/')[0] ?? ''),
)

function imported(file: string): string[] {
  const text = readFileSync(`src/${file}`, 'utf8')
  const paths = [...text.matchAll(/(?:from|import\(?)\s*['"](\.[^'"]+)['"]/g)].map(([, path]) => path ?? '')
  return paths.map((path) => new URL(path, `file:///${file}`).pathname.slice(1))
}

function rank(path: string): number {
  return LAYERS.indexOf(path.split('/')[0] ?? '')
}

it('imports go leftward', () => {
  const rightward = files
    .filter((file) => !file.endsWith('.test.ts'))
    .flatMap((file) => imported(file).filter((path) => rank(path) > rank(file)).map((path) => `${file} → ${path}`))
  expect(rightward).toEqual([])
})

it('no page imports another', () => {
  const views = files.filter((file) => /^views\/.+\//.test(file))
  const crossing = views.flatMap((file) =>
    imported(file).filter((path) => path.startsWith('views/') && path.split('/')[1] !== file.split('/')[1]),
  )
  expect(crossing).toEqual([])
})

it('no file is longer than 300 lines, save what is generated', () => {
  const long = files.filter((file) => file !== 'api/schema.ts' && readFileSync(`src/${file}`, 'utf8').split('\n').length > 301)
  expect(long).toEqual([])
})
