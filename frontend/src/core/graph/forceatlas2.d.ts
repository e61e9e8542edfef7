/** The library tells the types of its front door only. */
declare module 'graphology-layout-forceatlas2/iterate.js' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2'

  /** One round over the library's matrices, in place. */
  export default function iterate(settings: Required<ForceAtlas2Settings>, bodies: Float32Array, springs: Float32Array): void
}
