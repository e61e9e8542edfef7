import { fileName } from '../core/export/csv'
import { t } from '../core/words/words.svelte'
import { announce } from './announcing.svelte'

/** Keep a file under a name made of a title, and say so. */
export function keepFile(content: Blob, title: string, ending: string): void {
  const anchor = document.createElement('a')
  anchor.href = URL.createObjectURL(content)
  anchor.download = fileName(title, ending)
  anchor.click()
  URL.revokeObjectURL(anchor.href)
  announce(t('export.done', { file: anchor.download }))
}
