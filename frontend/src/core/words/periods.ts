import type { Period } from '../address/period'
import { t } from './words.svelte'

/** A period in words: `2022 – 2023`, `Since 2022`, `All time`. */
export function sayPeriod({ from, to }: Period): string {
  if (from && to) return from === to ? from : t('period.between', { from, to })
  if (from) return t('period.since', { from })
  return to ? t('period.until', { to }) : t('period.all')
}
