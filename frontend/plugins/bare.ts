/** What of Svelte's runtime this interface never needs: it is drawn in the browser alone, so no page of a server is taken over. */

import type { Plugin } from 'vite'

const TAKING_OVER = 'export let hydrating = false;'
const TURNED_ON = 'hydrating = value;'

/** Tells the bundler that `hydrating` is never true, so that all behind it falls away, as Svelte means it to. Fails where Svelte writes it otherwise. */
export function withoutHydration(): Plugin {
  return {
    name: 'without-hydration',
    apply: 'build',
    transform(code, id) {
      if (!id.endsWith('/svelte/src/internal/client/dom/hydration.js')) return null
      if (!code.includes(TAKING_OVER) || !code.includes(TURNED_ON)) this.error('Svelte turns hydration on in another way: mend plugins/bare.ts, or take it out')
      return { code: code.replace(TAKING_OVER, 'export const hydrating = false;').replace(TURNED_ON, ''), map: null }
    },
  }
}
