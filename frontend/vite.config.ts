import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { withoutHydration } from './plugins/bare.ts'
import { namedByBuild } from './plugins/names.ts'
import { minifiedTwice } from './plugins/twice.ts'
import { wordsInParts } from './plugins/words.ts'

/** What only fields of forms need of Svelte: no page shows its first words with it. */
const FIELDS = /svelte\/src\/internal\/client\/dom\/elements\/bindings\/(input|select|size|this|universal)/

/** One file packs smaller than many: what every page needs at once, the styles of all pages, whose names would weigh on the shell, and what five pages or more share. */
const GROUPS = [
  { name: 'fields', test: FIELDS, priority: 2 },
  { name: 'shell', tags: ['$initial' as const], priority: 1 },
  { name: 'styles', test: /\.css$/, priority: 0.5 },
  { name: 'parts', test: /src\/(components|core)\//, minShareCount: 5 },
]

// `palanca serve` and the wheel's build give the folder to build into with --outDir.
export default defineConfig({
  plugins: [svelte(), withoutHydration(), namedByBuild(), minifiedTwice('shell'), wordsInParts()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy allows files of this server and no data addresses
    // Of what a page imports, only its styles are named in the shell: names of code would weigh more than asking for it in turn.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: FIELDS, sideEffects: false }] },
      output: { codeSplitting: { includeDependenciesRecursively: false, groups: GROUPS } },
    },
    sourcemap: false,
    license: { fileName: 'licences.md' },
  },
  test: { include: ['{src,plugins}/**/*.test.ts'] },
})
