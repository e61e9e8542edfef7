/** The channels in the order in which they are shown. */
export const CHANNELS = ['military', 'economic', 'diplomatic', 'legal', 'media', 'science-and-aid', 'other'] as const
export type Channel = (typeof CHANNELS)[number]

const GLYPHS: { readonly [channel in Channel]: string } = {
  military: '▲',
  economic: '●',
  diplomatic: '◆',
  legal: '■',
  media: '✚',
  'science-and-aid': '✦',
  other: '○',
}

/** The channel of that name; what is not known is shown as other. */
export function channelOf(name: string | null | undefined): Channel {
  return CHANNELS.find((one) => one === name) ?? 'other'
}

export function glyphOf(channel: Channel): string {
  return GLYPHS[channel]
}

/** The custom property that holds the colour of a channel. */
export function colourOf(channel: Channel): `--channel-${Channel}` {
  return `--channel-${channel}`
}
