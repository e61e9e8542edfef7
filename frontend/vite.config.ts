import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

// `palanca serve` and the wheel's build give the folder to build into with --outDir.
export default defineConfig({
  plugins: [svelte()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // the content security policy allows files of this server and no data addresses
    modulePreload: { polyfill: false },
    sourcemap: false,
    license: { fileName: 'licences.md' },
  },
  test: { include: ['src/**/*.test.ts'] },
})
