import type { Out } from '../../api/shapes'

const NAMED = /^others called (.+)$/

/** What an answer did not count, whose code is its English: a name in it is a value, and the country that is asked about is left out. */
export function unseenOf(what: string, of = ''): Out<'Saying'> {
  const name = NAMED.exec(what)?.[1]
  if (name !== undefined) return { code: 'others called', values: { name }, text: what }
  const code = of ? what.replace(` of ${of} `, ' ') : what
  return { code, values: {}, text: what }
}
