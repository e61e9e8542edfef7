/** What a case held when it was looked at. */
export interface Held {
  readonly documents: number
  readonly claims: number
  readonly judgements: number
}

/** A visit: what the case held at its beginning and when last looked at; `at` and `before` are instants (ISO 8601). */
export interface Visit {
  readonly at: string
  readonly held: Held
  readonly before: string | null
  readonly heldBefore: Held | null
}

const MINUTES_APART = 30

/** The visit that goes on or begins: what is new is told against the visit before, until half an hour has passed without a look. */
export function visited(last: Visit | undefined, held: Held, now: Date): Visit {
  const at = now.toISOString()
  if (!last) return { at, held, before: null, heldBefore: null }
  const isNew = now.getTime() - new Date(last.at).getTime() > MINUTES_APART * 60_000
  return isNew ? { at, held, before: last.at, heldBefore: last.held } : { ...last, at, held }
}

/** What came since the visit before; null on a first visit. What was taken away counts below none. */
export function newSince(visit: Visit): Held | null {
  const { held, heldBefore } = visit
  return (
    heldBefore && {
      documents: held.documents - heldBefore.documents,
      claims: held.claims - heldBefore.claims,
      judgements: held.judgements - heldBefore.judgements,
    }
  )
}
