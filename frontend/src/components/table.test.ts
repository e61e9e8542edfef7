import { expect, it } from 'vitest'
import { nextOrder, sorted, type Column } from './table'

interface Port {
  readonly name: string
  readonly ships: number | null
}
const columns: Column<Port>[] = [
  { id: 'name', title: 'Name', value: (port) => port.name },
  { id: 'ships', title: 'Ships', value: (port) => port.ships, isNumber: true },
]
const ports: Port[] = [{ name: 'Tema', ships: 9 }, { name: 'Callao', ships: null }, { name: 'Bergen', ships: 12 }]
const names = (column: string, isRising: boolean) =>
  sorted(ports, columns, { column, isRising }, (a, b) => a.localeCompare(b)).map((port) => port.name)

it('sorts words as words and figures as figures', () => {
  expect(names('name', true)).toEqual(['Bergen', 'Callao', 'Tema'])
  expect(names('ships', true)).toEqual(['Tema', 'Bergen', 'Callao'])
})

it('leaves rows without a value last when it falls', () => {
  expect(names('ships', false)).toEqual(['Bergen', 'Tema', 'Callao'])
})

it('turns from rising to falling to none', () => {
  const rising = nextOrder(null, 'name')
  const falling = nextOrder(rising, 'name')
  expect([rising, falling, nextOrder(falling, 'name')]).toEqual([
    { column: 'name', isRising: true },
    { column: 'name', isRising: false },
    null,
  ])
})
