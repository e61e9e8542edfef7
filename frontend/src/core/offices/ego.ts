import type { Out } from '../../api/shapes'
import { channelOf } from '../channels/channels'
import type { Network } from '../graph/network'

/** The network of a thing with what it is joined with; an edge for each other thing and channel, under both. */
export function egoOf(thing: Pick<Out<'Thing'>, 'id' | 'caption' | 'schema_name' | 'documents'>, ties: readonly Out<'TieLine'>[]): Network {
  const others = new Map(ties.map((one) => [one.other, { id: one.other, label: one.caption, kind: one.schema_name, weight: one.claims }]))
  return {
    nodes: [{ id: thing.id, label: thing.caption, kind: thing.schema_name, weight: thing.documents }, ...others.values()],
    edges: ties.map((one) => ({
      id: `${one.other} ${one.channel}`,
      source: thing.id,
      target: one.other,
      channel: channelOf(one.channel),
      count: one.claims,
      sources: 1,
      first: one.first,
      last: one.last,
      status: 'proposed',
    })),
  }
}
