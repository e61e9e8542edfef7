/** What a key does, where it does it, and the keys that it has at first. `g h` is two strokes, one after the other. */
export const ACTIONS = {
  search: { scope: 'everywhere', keys: ['/', 'Control+k'] },
  keys: { scope: 'everywhere', keys: ['?'] },
  goHome: { scope: 'everywhere', keys: ['g h'] },
  goDocuments: { scope: 'everywhere', keys: ['g d'] },
  goNetwork: { scope: 'everywhere', keys: ['g n'] },
  goTimeline: { scope: 'everywhere', keys: ['g t'] },
  goMap: { scope: 'everywhere', keys: ['g m'] },
  goMatrix: { scope: 'everywhere', keys: ['g x'] },
  goReview: { scope: 'everywhere', keys: ['g r'] },
  next: { scope: 'everywhere', keys: ['j'] },
  previous: { scope: 'everywhere', keys: ['k'] },
  open: { scope: 'everywhere', keys: ['Enter'] },
  evidence: { scope: 'everywhere', keys: ['e'] },
  close: { scope: 'everywhere', keys: ['Escape'] },
  undo: { scope: 'everywhere', keys: ['z'] },
  redo: { scope: 'everywhere', keys: ['Shift+z'] },
  nextClaim: { scope: 'reader', keys: [']'] },
  previousClaim: { scope: 'reader', keys: ['['] },
  stateClaim: { scope: 'reader', keys: ['c'] },
  confirm: { scope: 'review', keys: ['y'] },
  reject: { scope: 'review', keys: ['n'] },
  merge: { scope: 'review', keys: ['m'] },
  separate: { scope: 'review', keys: ['s'] },
  later: { scope: 'review', keys: ['l'] },
  edit: { scope: 'review', keys: ['i'] },
  up: { scope: 'pictures', keys: ['ArrowUp'] },
  down: { scope: 'pictures', keys: ['ArrowDown'] },
  left: { scope: 'pictures', keys: ['ArrowLeft'] },
  right: { scope: 'pictures', keys: ['ArrowRight'] },
  zoomIn: { scope: 'pictures', keys: ['+', '='] },
  zoomOut: { scope: 'pictures', keys: ['-'] },
  fit: { scope: 'pictures', keys: ['f'] },
  first: { scope: 'pictures', keys: ['Home'] },
  last: { scope: 'pictures', keys: ['End'] },
  expand: { scope: 'network', keys: ['x'] },
  hide: { scope: 'network', keys: ['h'] },
  pin: { scope: 'network', keys: ['p'] },
} as const

export type Action = keyof typeof ACTIONS
export type Scope = (typeof ACTIONS)[Action]['scope']

export const SCOPES: readonly Scope[] = ['everywhere', 'reader', 'review', 'pictures', 'network']
export const ALL_ACTIONS = Object.keys(ACTIONS) as Action[]

/** The keys of every action, with those that a person chose in place of the first. */
export function keysOf(action: Action, chosen: { readonly [action: string]: string }): readonly string[] {
  const own = chosen[action]
  return own === undefined ? ACTIONS[action].keys : [own]
}
