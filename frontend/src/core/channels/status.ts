/** What a person said of a mark. Pictures show it by the line: solid, dashed, struck through, double. */

export const STATUSES = ['confirmed', 'corrected', 'proposed', 'rejected', 'disputed'] as const

export type Status = (typeof STATUSES)[number]
