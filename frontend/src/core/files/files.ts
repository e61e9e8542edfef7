/** A file with its place in the folder that was chosen, such as `news/tema-01.txt`. */
export interface Placed {
  readonly file: File
  readonly place: string
}

const FILES_AT_ONCE = 400
const BYTES_AT_ONCE = 256 * 1024 * 1024
/** The server takes a gibibyte, the form around the files included. */
const MOST_BYTES = 1024 * 1024 * 1024 - 64 * 1024

/** The first file that is larger than the server takes. */
export function tooLarge(files: readonly Placed[]): Placed | undefined {
  return files.find(({ file }) => file.size > MOST_BYTES)
}

/** Files in parts that the server takes at once: at most 400, and a quarter of a gibibyte save where one file is larger. */
export function partsOf(files: readonly Placed[]): Placed[][] {
  const parts: Placed[][] = []
  let bytes = 0
  for (const one of files) {
    const part = parts.at(-1)
    bytes += one.file.size
    if (part && part.length < FILES_AT_ONCE && bytes <= BYTES_AT_ONCE) part.push(one)
    else {
      parts.push([one])
      bytes = one.file.size
    }
  }
  return parts
}

/** Files chosen in a field; those of a folder keep their places in it. */
export function chosen(files: Iterable<File>): Placed[] {
  return [...files].map((file) => ({ file, place: file.webkitRelativePath || file.name })).filter(isNoLitter)
}

/** Files dropped, those in folders too. The entries must be taken in the event itself; reading them takes time. */
export async function dropped(entries: readonly FileSystemEntry[]): Promise<Placed[]> {
  const found = await Promise.all(entries.map(filesIn))
  return found.flat().filter(isNoLitter)
}

async function filesIn(entry: FileSystemEntry): Promise<Placed[]> {
  if (entry.isFile) return [{ file: await fileOf(entry as FileSystemFileEntry), place: entry.fullPath.replace(/^\//, '') }]
  const reader = (entry as FileSystemDirectoryEntry).createReader()
  const within: FileSystemEntry[] = []
  // A reader gives a folder in parts, and at its end an empty one.
  for (let part = await read(reader); part.length; part = await read(reader)) within.push(...part)
  return dropped(within)
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

function read(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject))
}

/** What systems leave in folders is no document. */
function isNoLitter({ place }: Placed): boolean {
  return !/(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/.test(place)
}
