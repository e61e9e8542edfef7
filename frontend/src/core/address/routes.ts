/** Every page by its path. A path is matched whole, the first that fits. */
export const ROUTES = {
  cases: '/',
  home: '/c/:case',
  documents: '/c/:case/docs',
  add: '/c/:case/docs/add',
  reader: '/c/:case/docs/:id',
  entity: '/c/:case/e/:id',
  event: '/c/:case/events/:id',
  claim: '/c/:case/claims/:id',
  network: '/c/:case/network',
  timeline: '/c/:case/timeline',
  map: '/c/:case/map',
  matrix: '/c/:case/matrix',
  window: '/c/:case/window',
  patterns: '/c/:case/patterns',
  audit: '/c/:case/audit',
  narratives: '/c/:case/narratives',
  portrait: '/c/:case/portrait',
  reconcile: '/c/:case/reconcile',
  dependence: '/c/:case/dependence',
  standing: '/c/:case/standing',
  offices: '/c/:case/offices',
  registers: '/c/:case/registers',
  review: '/c/:case/review',
  judgements: '/c/:case/judgements',
  search: '/c/:case/search',
  settings: '/c/:case/settings',
  help: '/c/:case/help',
} as const

/** Pages that also stand outside any case. */
export const OUTSIDE: { readonly [name: string]: string } = { settings: '/settings', help: '/help' }

export type RouteName = keyof typeof ROUTES
export type Page = RouteName | 'missing'

type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** What the path of a page says, by name: `{case, id}` of a document. */
export type PathValues<Name extends RouteName> = { readonly [key in Names<(typeof ROUTES)[Name]>]: string }

export const PAGES = Object.keys(ROUTES) as RouteName[]
