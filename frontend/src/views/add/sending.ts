import { change } from '../../core/changing/changing'
import { ApiFailure } from '../../api/failure'
import { partsOf, type Placed } from '../../core/files/files'
import { word } from '../../core/words/words.svelte'

/** What is said of all that is added, for what does not say it itself; empty where nothing is. */
export interface Said {
  published: string
  outlet: string
  language: string
  mapping: string
}

export const NOTHING_SAID: Said = { published: '', outlet: '', language: '', mapping: '' }

/** Send files, in as many jobs as they need. Raises ApiFailure. */
export async function sendFiles(inCase: string, files: readonly Placed[], said: Said): Promise<void> {
  for (const part of partsOf(files)) {
    const form = formOf(said)
    for (const { file, place } of part) form.append('files', file, place)
    await send(inCase, form)
  }
}

/** Send a text that was pasted, a page that was saved with its address. Raises ApiFailure. */
export async function sendText(inCase: string, text: string, told: { readonly title: string; readonly url: string }, said: Said): Promise<void> {
  const form = formOf(said)
  form.set('text', text)
  if (told.title.trim()) form.set('title', told.title.trim())
  if (told.url.trim()) form.set('url', told.url.trim())
  await send(inCase, form)
}

/** Why something was not sent, in words. */
export function problemOf(failure: unknown): string {
  return word('failure', failure instanceof ApiFailure ? failure.code : 'internal')
}

function formOf(said: Said): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(said) as [string, string][]) if (value.trim()) form.set(name, value.trim())
  return form
}

function send(inCase: string, body: FormData): Promise<unknown> {
  return change('post', '/api/cases/{case}/jobs', { path: { case: inCase }, body })
}
