/** The tokens of the page as plain colours, for canvases and exports. */

import { CHANNELS, type Channel } from '../core/channels/channels'
import type { Palette } from '../core/drawing/palette'

type Theme = 'page' | 'light'

/** The palette at an element: of its page's theme, or of the light one for exports. */
export function paletteAt(host: HTMLElement, theme: Theme = 'page'): Palette {
  const probe = document.createElement('span')
  if (theme === 'light') probe.className = 'in-light'
  // Forced colours would answer one system colour to every question; the picture then keeps its own on its own ground.
  probe.style.setProperty('forced-color-adjust', 'none')
  host.append(probe)
  const color = (token: string) => resolved(probe, token)
  const channels = Object.fromEntries(CHANNELS.map((channel) => [channel, color(`channel-${channel}`)])) as Record<
    Channel,
    string
  >
  const palette: Palette = {
    ground: color('ground'),
    panel: color('panel'),
    ink: color('ink'),
    muted: color('muted'),
    line: color('line'),
    accent: color('accent'),
    channels,
    sans: getComputedStyle(host).fontFamily || 'sans-serif',
    serif: getComputedStyle(host).getPropertyValue('--serif').trim() || 'Georgia, serif',
  }
  probe.remove()
  return palette
}

/** A custom property as the browser computes it: `light-dark()` is resolved, `#rgb` becomes `rgb(…)`. */
function resolved(probe: HTMLElement, token: string): string {
  probe.style.color = `var(--${token})`
  return getComputedStyle(probe).color
}

/** Call back whenever the theme or a typeface changes; the answer ends that. */
export function onTheme(changed: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(changed)
  chosen.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'class'] })
  dark.addEventListener('change', changed)
  document.fonts.addEventListener('loadingdone', changed)
  return () => {
    chosen.disconnect()
    dark.removeEventListener('change', changed)
    document.fonts.removeEventListener('loadingdone', changed)
  }
}
