import { change } from '../changing/changing'
import type { Claim } from '../claims/claims'

/** What a person can say of a claim as a whole. */
export type ClaimVerdict = 'confirm' | 'reject'

/** Judge a claim as it was shown; null where that changed nothing. The edit is held while the server is lost. Raises ApiFailure. */
export async function judgeClaim(inCase: string, claim: Pick<Claim, 'id' | 'tag'>, verdict: ClaimVerdict, who: string): Promise<string | null> {
  const judged = await change('post', '/api/cases/{case}/judgements', {
    path: { case: inCase },
    body: { verdict, on: [claim.id], seen: [claim.tag], who },
  })
  return judged.items.at(-1)?.id ?? null
}

/** Take a judgement back by its id. Raises ApiFailure. */
export async function undoJudgement(inCase: string, judgement: string, who: string): Promise<void> {
  await change('post', '/api/cases/{case}/judgements', { path: { case: inCase }, body: { verdict: 'undo', on: [judgement], seen: [], who } })
}
