/** The colours and typefaces of one theme, resolved to plain values. */

import type { Channel } from '../channels/channels'

export interface Palette {
  readonly ground: string
  readonly panel: string
  readonly ink: string
  readonly muted: string
  readonly line: string
  readonly accent: string
  readonly channels: Readonly<Record<Channel, string>>
  readonly sans: string
  readonly serif: string
}
