import { t } from '../words/words.svelte'

const ARROWS: { readonly [name: string]: string } = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }
const NAMED = ['Control', 'End', 'Enter', 'Escape', 'Home', 'Shift'] as const

/** A stroke as keyboards have it printed: `Shift+z` is `Mayús+z` in Spanish, and an arrow is an arrow. */
export function faceOf(stroke: string): string {
  return stroke.replace(/[A-Za-z]{3,}/g, (name) => {
    const named = NAMED.find((one) => one === name)
    return named ? t(`face.${named}`) : (ARROWS[name] ?? name)
  })
}
