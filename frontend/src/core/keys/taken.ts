import { ACTIONS, ALL_ACTIONS, keysOf, type Action } from './actions'

/** Which other action a key already has where both could be meant; null if it is free. */
export function takenBy(key: string, action: Action, chosen: { readonly [action: string]: string }): Action | null {
  const meets = (other: Action): boolean =>
    other !== action && isNear(other, action) && keysOf(other, chosen).includes(key)
  return ALL_ACTIONS.find(meets) ?? null
}

function isNear(one: Action, other: Action): boolean {
  const scopes = [ACTIONS[one].scope, ACTIONS[other].scope]
  if (scopes[0] === scopes[1] || scopes.includes('everywhere')) return true
  return scopes.includes('pictures') && scopes.includes('network')
}
