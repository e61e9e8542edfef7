/** Put a text on the clipboard; whether it is there. A page of another machine has none in most browsers: there a field is copied. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copiedFromField(text)
  }
}

function copiedFromField(text: string): boolean {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  // Deprecated, and the one way where the clipboard of today is for pages of this machine or of https alone.
  const isThere = document.execCommand('copy')
  field.remove()
  return isThere
}
