import { failureOf } from './failure'

/** A file that the server makes when it is asked for. Raises ApiFailure. */
export async function fetchFile(url: string): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw await failureOf(response)
  return response.blob()
}
