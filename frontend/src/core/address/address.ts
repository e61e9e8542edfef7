import { OUTSIDE, PAGES, ROUTES, type Page, type PathValues, type RouteName } from './routes'

/** Names in a query string with their values; an empty value is none. */
export type Query = { readonly [name: string]: string }

/** Where one is: a page, what its path names, and the state that its link carries. */
export interface Address {
  readonly page: Page
  readonly values: { readonly [name: string]: string }
  readonly query: Query
}

/** What every page shares: filter, period and selection go along from page to page. */
const SHARED = ['q', 'from', 'to', 'sel'] as const

/** Read a path with its query string, such as `/c/port/network?q=of:Peru`. What fits no route is the page `missing`. */
export function parseAddress(link: string): Address {
  const [path = '/', search = ''] = splitOnce(link.split('#')[0] ?? '', '?')
  const query = parseQuery(search)
  for (const page of PAGES) {
    const values = match(ROUTES[page], path) ?? match(OUTSIDE[page], path)
    if (values) return { page, values, query }
  }
  return { page: 'missing', values: match('/c/:case/:rest', path) ?? {}, query }
}

/** The link to a page. Values are escaped, and empty ones of the query left out. */
export function linkTo<Name extends RouteName>(page: Name, values: PathValues<Name>, query: Query = {}): string {
  return printAddress({ page, values, query })
}

/** The link of an address; read again, it gives the same address. A page that is not is printed as the start. */
export function printAddress(address: Address): string {
  const values = address.values
  const page = address.page === 'missing' ? 'cases' : address.page
  const pattern = values['case'] === undefined ? (OUTSIDE[page] ?? ROUTES[page]) : ROUTES[page]
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''))
  return path + printQuery(address.query)
}

/** A query with some names set and others (null) taken away. */
export function changed(query: Query, changes: { readonly [name: string]: string | null }): Query {
  const next: Record<string, string> = { ...query }
  for (const [name, value] of Object.entries(changes)) {
    if (value) next[name] = value
    else delete next[name]
  }
  return next
}

/** The part of a query that goes along to another page. */
export function shared(query: Query): Query {
  return Object.fromEntries(SHARED.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
}

function match(pattern: string | undefined, path: string): Record<string, string> | null {
  if (pattern === undefined) return null
  const wanted = pattern.split('/').filter(Boolean)
  const given = path.split('/').filter(Boolean)
  if (wanted.length !== given.length) return null
  const values: Record<string, string> = {}
  for (const [at, part] of wanted.entries()) {
    const word = given[at] ?? ''
    if (part.startsWith(':')) values[part.slice(1)] = decoded(word)
    else if (part !== word) return null
  }
  return values
}

function parseQuery(search: string): Query {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''))
}

/** Names in the order of the alphabet, so that the same state is the same link. Colons and commas stay readable. */
function printQuery(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '')
  const sorted = pairs.sort(([one], [other]) => (one < other ? -1 : 1))
  const text = sorted.map(([name, value]) => `${encodeURIComponent(name)}=${readable(value)}`).join('&')
  return text && `?${text}`
}

function readable(value: string): string {
  return encodeURIComponent(value).replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%20/g, '+')
}

function decoded(word: string): string {
  try {
    return decodeURIComponent(word)
  } catch {
    return word
  }
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
