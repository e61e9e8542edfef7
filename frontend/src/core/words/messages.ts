/** The text of a message by its key. A key that counts has a text per plural category: `claims.one`, `claims.other`. */
export type Messages = { readonly [key: string]: string }
export type Values = { readonly [name: string]: string | number }

/** The text of a message with its values in place; numbers are written as the language writes them. A key without text is shown as it is. */
export function say(messages: Messages, language: string, key: string, values: Values = {}): string {
  const text = textOf(messages, language, key, values['count'])
  return text.replace(/\{(\w+)\}/g, (_, name: string) => shown(values[name], language))
}

/** The names that stand in braces in a text. */
export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort()
}

function textOf(messages: Messages, language: string, key: string, count: string | number | undefined): string {
  if (typeof count !== 'number') return messages[key] ?? key
  const category = new Intl.PluralRules(language).select(count)
  return messages[`${key}.${category}`] ?? messages[`${key}.other`] ?? messages[key] ?? key
}

function shown(value: string | number | undefined, language: string): string {
  return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : (value ?? '')
}
