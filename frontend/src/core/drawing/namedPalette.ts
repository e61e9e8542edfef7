/** A palette whose colours are the names of their roles: what tests draw with. */

import type { Palette } from './palette'

export const namedPalette: Palette = {
  ground: 'ground',
  panel: 'panel',
  ink: 'ink',
  muted: 'muted',
  line: 'line',
  accent: 'accent',
  channels: {
    military: 'military',
    economic: 'economic',
    diplomatic: 'diplomatic',
    legal: 'legal',
    media: 'media',
    'science-and-aid': 'science-and-aid',
    other: 'other',
  },
  sans: 'sans',
  serif: 'serif',
}
