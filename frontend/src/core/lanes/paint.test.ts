import { expect, test } from 'vitest'
import { hatched } from './paintBar'

test('hatching fills a box and stays within it', () => {
  const ends = hatched({ x: 100, y: 10, width: 12, height: 6 })
  const [across, down] = [ends.filter((_, at) => at % 2 === 0), ends.filter((_, at) => at % 2)]
  expect([Math.min(...across), Math.max(...across), Math.min(...down), Math.max(...down)]).toEqual([100, 112, 10, 16])
})
