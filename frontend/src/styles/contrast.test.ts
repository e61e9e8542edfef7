import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const tokens = readFileSync('src/styles/tokens.css', 'utf8')
const pairs = [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)]
const themes = {
  light: new Map(pairs.map(([, name, light]) => [name ?? '', light ?? ''])),
  dark: new Map(pairs.map(([, name, , dark]) => [name ?? '', dark ?? ''])),
}
const channels = [...themes.light.keys()].filter((name) => name.startsWith('channel-'))

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(themes))('in the %s theme', (_, colours) => {
  const between = (one: string, other: string): number => contrast(colours.get(one) ?? '', colours.get(other) ?? '')

  it.each([
    ['ink', 'ground'],
    ['ink', 'panel'],
    ['ink', 'highlight'],
    ['muted', 'ground'],
    ['muted', 'panel'],
    ['accent', 'ground'],
    ['accent', 'panel'],
    ['on-accent', 'accent'],
  ])('text of %s is read on %s', (text, ground) => {
    expect(between(text, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(channels)('marks of %s are seen on the panel', (channel) => {
    expect(between(channel, 'panel')).toBeGreaterThanOrEqual(3)
  })
})

it('has a colour for each of the seven channels', () => {
  expect(channels).toHaveLength(7)
})
