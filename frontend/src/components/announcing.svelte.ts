import { untrack } from 'svelte'

let text = $state('')

/** What the one live region says. */
export const spoken = {
  get text(): string {
    return text
  },
}

/** Say something to those who do not see it change. The same words twice are said twice; what was said is no reason to say more. */
export function announce(words: string): void {
  text = untrack(() => text) === words ? `${words}\u00a0` : words
}
