import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { withoutHydration } from './plugins/bare.ts'
import { namedByBuild } from './plugins/names.ts'
import { wordsInParts } from './plugins/words.ts'

// `palanca serve` and the wheel's build give the folder to build into with --outDir.
export default defineConfig({
  plugins: [svelte(), withoutHydration(), namedByBuild(), wordsInParts()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy allows files of this server and no data addresses
    // Of what a page imports, only its styles are named in the shell: names of code would weigh more than asking for it in turn.
    modulePreload: { polyfill: false, resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css')) },
    // What every page needs at once is one file, which packs smaller than many.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shell', tags: ['$initial'] }] } } },
    sourcemap: false,
    license: { fileName: 'licences.md' },
  },
  test: { include: ['{src,plugins}/**/*.test.ts'] },
})
