/** What is selected, on whatever page; the evidence drawer shows the claims of it. */
export type Selection =
  | { readonly of: 'claims'; readonly ids: readonly string[] }
  | { readonly of: 'thing'; readonly id: string }
  | { readonly of: 'line'; readonly line: string }

/** Read `sel` of a query: `c:id,id` claims, `e:id` a thing, `q:line` what a line of the filter language finds. */
export function parseSelection(text: string | undefined): Selection | null {
  const rest = text?.slice(2) ?? ''
  if (!text || !rest) return null
  if (text.startsWith('c:')) return { of: 'claims', ids: rest.split(',').filter(Boolean) }
  if (text.startsWith('e:')) return { of: 'thing', id: rest }
  return text.startsWith('q:') ? { of: 'line', line: rest } : null
}

/** A selection as `sel`; null, which takes it away, for none. */
export function printSelection(selection: Selection | null): string | null {
  if (selection === null) return null
  if (selection.of === 'claims') return selection.ids.length ? `c:${selection.ids.join(',')}` : null
  return selection.of === 'thing' ? `e:${selection.id}` : `q:${selection.line}`
}
