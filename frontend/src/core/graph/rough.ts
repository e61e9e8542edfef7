/** The shape of a large network within a moment: each body drifts to the middle of those it is joined with. */

import type { Forces } from './forces'

/** Enough for what belongs together to gather, and too few for all to meet in one point. */
const ROUNDS = 12

/** Where bodies stand after some rounds, each half way to the weighted middle of its neighbours; fixed ones and those without a spring stay. */
export function gathered({ places, fixed, springs }: Forces): Float32Array<ArrayBuffer> {
  let found = Float32Array.from(places)
  const weights = weightsOf(places.length / 2, springs)
  for (let round = 0; round < ROUNDS; round++) {
    const pulls = pullsOf(found, springs)
    found = found.map((at, number) => {
      const weight = weights[number >> 1] ?? 0
      return weight && !fixed(number >> 1) ? (at + (pulls[number] ?? 0) / weight) / 2 : at
    })
  }
  return found
}

function weightsOf(bodies: number, springs: Forces['springs']): Float32Array {
  const weights = new Float32Array(bodies)
  for (const { one, other, weight } of springs) {
    weights[one] = (weights[one] ?? 0) + weight
    weights[other] = (weights[other] ?? 0) + weight
  }
  return weights
}

/** The sum of the places that each body is joined with, by weight. */
function pullsOf(places: Float32Array, springs: Forces['springs']): Float32Array {
  const pulls = new Float32Array(places.length)
  for (const { one, other, weight } of springs)
    for (const axis of [0, 1]) {
      const [here, there] = [2 * one + axis, 2 * other + axis]
      pulls[here] = (pulls[here] ?? 0) + weight * (places[there] ?? 0)
      pulls[there] = (pulls[there] ?? 0) + weight * (places[here] ?? 0)
    }
  return pulls
}
