import { gistOf, type Claim } from '../claims/claims'

/** What a confirmed claim says of a thing, with its claim: `minister of transport, Ghana`. */
export interface Said {
  readonly claim: string
  readonly text: string
  readonly time: string | null
}

/** What confirmed claims say of a thing in a few words each. */
export function saidOf(claims: readonly Claim[], thing: string): readonly Said[] {
  return claims.map((claim) => {
    const others = claim.parties.filter((one) => one.thing !== thing && one.role !== null).map((one) => one.text)
    return { claim: claim.id, text: [gistOf(claim), ...others].join(', '), time: claim.time }
  })
}
