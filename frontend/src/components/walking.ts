/** Move focus to the next (1) or previous (-1) of the articles right under an element; the first where none has it. False where there is none. */
export function walkArticles(within: HTMLElement | undefined, step: 1 | -1): boolean {
  const all = [...(within?.children ?? [])].filter((one): one is HTMLElement => one instanceof HTMLElement && one.tagName === 'ARTICLE')
  const at = all.findIndex((one) => one.contains(document.activeElement))
  const next = all[at < 0 ? 0 : at + step]
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}
