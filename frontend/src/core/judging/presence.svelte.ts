let isHere = $state(false)

/** Whether judging was loaded, by a page or the drawer: before that there is nothing to undo and nobody to ask. */
export const presence = {
  get isHere(): boolean {
    return isHere
  },
}

export function arrive(): void {
  isHere = true
}
