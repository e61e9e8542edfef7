/** The shell is minified a second time: the bundler's own minifier goes over it once, and what a second finds is a fortieth of it. */

import { minify } from 'terser'
import type { Plugin } from 'vite'

const COMPRESS = { passes: 4, pure_getters: true, unsafe_arrows: true, unsafe_methods: true, keep_fargs: false }

/** Minifies a chunk of the build again, by its name. */
export function minifiedTwice(name: string): Plugin {
  return {
    name: 'minified-twice',
    apply: 'build',
    async generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'chunk' || file.name !== name) continue
        const { code } = await minify(file.code, { module: true, ecma: 2020, compress: COMPRESS })
        file.code = code ?? file.code
      }
    },
  }
}
