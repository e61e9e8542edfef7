/** Channels: the groups of event contexts, in the order in which every legend, lane and table lists them. */

export const CHANNELS = ['military', 'economic', 'diplomatic', 'legal', 'media', 'science', 'other'] as const

export type Channel = (typeof CHANNELS)[number]

/** The channel of that name; whatever is unknown folds into `other`. */
export function channelNamed(name: string): Channel {
  return CHANNELS.find((channel) => channel === name) ?? 'other'
}
