import { expect, test } from 'vitest'
import { partsOf } from './words'

const speakers = [
  { path: 'views/harbour/Harbour.svelte', text: "{t('harbour.title')} {t('quay.count', { count })} {t(`pier.${name}`)} {t('both')}" },
  { path: 'views/fleet/Fleet.svelte', text: "{t('both')} {word('topic', code)}" },
  { path: 'components/Shell.svelte', text: "{t('app.name')} {word('kind', code)}" },
]

function partOf(key: string): string[] {
  return Object.entries(partsOf({ [key]: 'words' }, speakers)).flatMap(([part, said]) => (key in said ? [part] : []))
}

test.each([
  ['harbour.title', 'harbour'],
  ['quay.count.one', 'harbour'],
  ['pier.north', 'harbour'],
  ['topic.trade', 'fleet'],
  ['both', 'shared'],
  ['kind.event', 'shared'],
  ['app.name', 'shared'],
])('%s goes with the part %s', (key, part) => {
  expect(partOf(key)).toEqual([part])
})

test('a page that says nothing of its own has an empty part', () => {
  expect(partsOf({}, [{ path: 'views/still/Still.svelte', text: '' }])).toEqual({ shared: {}, still: {} })
})
