/** ForceAtlas2 over plain numbers: the library's round, without the graph that its front door wants built first. */

import iterate from 'graphology-layout-forceatlas2/iterate.js'

/** Bodies are two numbers each in `places`; a spring joins two of them and is given once a pair. */
export interface Forces {
  readonly places: Float32Array
  readonly fixed: (body: number) => boolean
  readonly springs: readonly Spring[]
}

export interface Spring {
  readonly one: number
  readonly other: number
  weight: number
}

// The library's matrices: ten numbers a body (place, forces of this and the last round, mass, convergence, size,
// whether it is fixed), three a spring.
const [PER_BODY, MASS, CONVERGENCE, SIZE, FIXED] = [10, 6, 7, 8, 9]

/** Bodies beyond which far ones push as one (Barnes and Hut). */
const MANY = 400

/** Where bodies stand after so many rounds, two numbers each. */
export function settled(forces: Forces, rounds: number): Float32Array<ArrayBuffer> {
  const bodies = forces.places.length / 2
  const matrix = matrixOf(forces, bodies)
  const springs = Float32Array.from(forces.springs.flatMap(({ one, other, weight }) => [one * PER_BODY, other * PER_BODY, weight]))
  const settings = settingsFor(bodies)
  for (let round = 0; round < rounds; round++) iterate(settings, matrix, springs)
  return Float32Array.from({ length: 2 * bodies }, (_, at) => matrix[(at >> 1) * PER_BODY + (at & 1)] ?? 0)
}

/** What the library infers for a graph of this size, with weights that count less and far bodies that push as one sooner. */
function settingsFor(bodies: number) {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 0.6,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(Math.max(2, bodies)),
    barnesHutOptimize: bodies > MANY,
    barnesHutTheta: 0.8,
  }
}

function matrixOf({ places, fixed, springs }: Forces, bodies: number): Float32Array {
  const matrix = new Float32Array(bodies * PER_BODY)
  for (let body = 0; body < bodies; body++) {
    const at = body * PER_BODY
    matrix[at] = places[2 * body] ?? 0
    matrix[at + 1] = places[2 * body + 1] ?? 0
    matrix[at + MASS] = matrix[at + CONVERGENCE] = matrix[at + SIZE] = 1
    matrix[at + FIXED] = fixed(body) ? 1 : 0
  }
  for (const { one, other, weight } of springs)
    for (const body of [one, other]) matrix[body * PER_BODY + MASS] = (matrix[body * PER_BODY + MASS] ?? 0) + weight
  return matrix
}
