import { changed, parseAddress, printAddress, shared, type Address, type Query } from './address'
import { joined, periodLine, type Period } from './period'
import type { PathValues, RouteName } from './routes'
import { parseSelection, printSelection, type Selection } from './selection'

/** The part of a browser window that the address needs. */
export interface Browser {
  readonly location: { readonly pathname: string; readonly search: string }
  readonly history: Pick<History, 'pushState' | 'replaceState'>
  addEventListener(event: 'popstate', listener: () => void): void
}

/** `push`: Back undoes it. `replace`: a step on the way, such as while a slider is dragged. */
export type Step = 'push' | 'replace'

type Values<Name extends RouteName> = Omit<PathValues<Name>, 'case'> & { readonly case?: string }
type Arguments<Name extends RouteName> = keyof Omit<PathValues<Name>, 'case'> extends never
  ? [values?: Values<Name>, query?: Query]
  : [values: Values<Name>, query?: Query]

let address = $state.raw<Address>(parseAddress('/'))
let browser: Browser | null = null
let place = $state(placeOf(address))

// What is loaded by one of these is not loaded anew because another part of the link changed, such as the selection.
const page = $derived(address.page)
const inCase = $derived(address.values['case'] ?? '')
const id = $derived(address.values['id'] ?? '')
const filter = $derived(address.query['q'] ?? '')
const period = $derived<Period>({ from: address.query['from'] ?? null, to: address.query['to'] ?? null })
const line = $derived(joined(filter, periodLine(period)))

/** Where the reader is. Read within a component, it is followed. */
export const here = {
  get address(): Address {
    return address
  },
  get page(): Address['page'] {
    return page
  },
  /** The case of the address, or '' outside any. */
  get case(): string {
    return inCase
  },
  /** The id of the address, or '' on a page without one. */
  get id(): string {
    return id
  },
  /** Changes where one arrives: not where a page goes on under another id, as that of a corrected claim. */
  get place(): string {
    return place
  },
  get query(): Query {
    return address.query
  },
  /** The filter that all pages share, a line of the filter language. */
  get filter(): string {
    return filter
  },
  get period(): Period {
    return period
  },
  /** Filter and period as one line to ask the server with. */
  get line(): string {
    return line
  },
  get selection(): Selection | null {
    return parseSelection(address.query['sel'])
  },
}

/** Follow the address of a browser window. */
export function follow(window: Browser): void {
  browser = window
  const read = (): void => {
    address = parseAddress(window.location.pathname + window.location.search)
    place = placeOf(address)
  }
  window.addEventListener('popstate', read)
  read()
}

/** Go to a link of this application. */
export function go(link: string, step: Step = 'push'): void {
  const next = parseAddress(link)
  if (printAddress(next) === printAddress(address) && next.page !== 'missing') return
  address = next
  if (step === 'replace') return browser?.history.replaceState(null, '', link)
  place = placeOf(next)
  browser?.history.pushState(null, '', link)
}

function placeOf({ page, values }: Address): string {
  return `${page} ${values['case']} ${values['id']}`
}

/** Change what the link of this page carries: `setQuery({focus: id, steps: null})`. */
export function setQuery(changes: { readonly [name: string]: string | null }, step: Step = 'push'): void {
  go(printAddress({ ...address, query: changed(address.query, changes) }), step)
}

export function select(selection: Selection | null, step: Step = 'push'): void {
  setQuery({ sel: printSelection(selection) }, step)
}

export function setPeriod(period: Period, step: Step = 'push'): void {
  setQuery({ from: period.from, to: period.to }, step)
}

export function setFilter(line: string, step: Step = 'push'): void {
  setQuery({ q: line.trim() || null }, step)
}

/** The link to another page of this case; filter, period and selection go along. */
export function link<Name extends RouteName>(page: Name, ...rest: Arguments<Name>): string {
  const [values, query] = rest
  const kept = here.case ? { case: here.case } : {}
  return printAddress({ page, values: { ...kept, ...values }, query: changed(shared(address.query), query ?? {}) })
}
