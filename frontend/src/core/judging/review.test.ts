import { describe, expect, it } from 'vitest'
import type { Out } from '../../api/shapes'
import { currentOf, differing, idBeside, merged, queueOf } from './review'

const ITEMS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]

function thing(caption: string, documents: number, names: string[] = []): Out<'Thing'> {
  return {
    id: caption, tag: caption, schema_name: 'Person', caption, names, country: null, is_country: false, part_of: null,
    documents, entities: documents,
  }
}

describe('a queue', () => {
  it('goes on with what takes the place of what was judged', () => {
    expect(currentOf(ITEMS, 'gone', 1)).toEqual({ id: 'b' })
    expect(currentOf(ITEMS, 'gone', 9)).toEqual({ id: 'c' })
    expect(currentOf([], 'gone', 0)).toBeNull()
  })

  it('holds at its ends', () => {
    expect([idBeside(ITEMS, 'b', 1), idBeside(ITEMS, 'c', 1), idBeside(ITEMS, 'a', -1)]).toEqual(['c', 'c', 'a'])
  })

  it('is that of pairs where no other is named', () => {
    expect([queueOf('dates'), queueOf(undefined)]).toEqual(['dates', 'merge'])
  })
})

describe('two things made one', () => {
  it('bear the name of the one in more documents, and all others', () => {
    expect(merged(thing('A. Owusu', 1), thing('Ama Owusu', 3, ['Owusu']))).toEqual({
      caption: 'Ama Owusu', names: ['Owusu', 'A. Owusu'], entities: 4,
    })
  })

  it('differ in what is marked', () => {
    expect([...differing(thing('A. Owusu', 1), thing('Ama Owusu', 3))]).toEqual(['caption'])
  })
})
