/** The outlines of the world, fetched from this server: coarse at first, finer once the reader has come near. */

import coarse from 'world-atlas/countries-110m.json?url'
import fine from 'world-atlas/countries-50m.json?url'
import { atlasOf, type Atlas, type WorldTopology } from '../../core/geography/atlas'

const FILES = { coarse, fine }

export type Detail = keyof typeof FILES

/** Rejects when the file cannot be fetched. */
export async function fetchAtlas(detail: Detail, signal: AbortSignal): Promise<Atlas> {
  const answer = await fetch(FILES[detail], { signal })
  if (!answer.ok) throw new Error(`${FILES[detail]}: ${answer.status}`)
  return atlasOf((await answer.json()) as WorldTopology)
}
