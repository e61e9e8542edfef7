import type { Out } from '../../api/shapes'
import type { Decision, Verdict } from './judging.svelte'

export type QueueName = Out<'ReviewQueue'>
export const QUEUES: readonly QueueName[] = ['merge', 'claims', 'dates']
export type Waiting = Out<'Queue'>['items'][number]

/** The queue of that name; pairs for any other. */
export function queueOf(name: string | undefined): QueueName {
  return QUEUES.find((one) => one === name) ?? 'merge'
}

/** What an item is judged by: the ids of what it is about, and the tags that they were shown with. */
export function aboutOf(item: Waiting): { readonly on: readonly string[]; readonly seen: readonly string[] } {
  if (item.item === 'pair') return { on: [item.one.thing.id, item.other.thing.id], seen: [item.one.thing.tag, item.other.thing.tag] }
  if (item.item === 'claim') return { on: [item.claim.id], seen: [item.claim.tag] }
  return { on: [item.judgement.id], seen: [] }
}

/** The decision of a verdict on an item. */
export function decisionOn(inCase: string, item: Waiting, verdict: Verdict): Decision {
  const shown =
    item.item === 'claim' ? { claim: item.claim } : item.item === 'pair' ? { things: [item.one.thing, item.other.thing] } : {}
  return { case: inCase, verdict, ...aboutOf(item), ...shown }
}

/** The item to look at: the one wanted, or after it is gone the one that took its place; null of none. */
export function currentOf<Item extends { readonly id: string }>(items: readonly Item[], wanted: string | undefined, place: number): Item | null {
  return items.find((one) => one.id === wanted) ?? items[Math.min(place, items.length - 1)] ?? null
}

/** The id so many places from another; the ends hold. */
export function idBeside(items: readonly { readonly id: string }[], id: string | undefined, step: number): string | null {
  const at = items.findIndex((one) => one.id === id)
  return items[Math.max(0, Math.min(items.length - 1, at + step))]?.id ?? null
}

/** Which of two names, or other short facts, differ: each with the two texts. */
export function differing(one: Out<'Thing'>, other: Out<'Thing'>): ReadonlySet<'caption' | 'schema' | 'country' | 'names'> {
  const found = new Set<'caption' | 'schema' | 'country' | 'names'>()
  if (one.caption !== other.caption) found.add('caption')
  if (one.schema_name !== other.schema_name) found.add('schema')
  if (one.country !== other.country) found.add('country')
  if (String(one.names) !== String(other.names)) found.add('names')
  return found
}

/** What comes of it if two things are made one: the name of the one in more documents, with all other names. */
export function merged(one: Out<'Thing'>, other: Out<'Thing'>): { readonly caption: string; readonly names: readonly string[]; readonly entities: number } {
  const [first, second] = other.documents > one.documents ? [other, one] : [one, other]
  const names = new Set([...first.names, second.caption, ...second.names])
  names.delete(first.caption)
  return { caption: first.caption, names: [...names], entities: one.entities + other.entities }
}
