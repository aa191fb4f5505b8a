import { expect, it } from 'vitest'
import { letters, oneOrTwoLines } from './letters.ts'

const line = { x: 842, y: 430, size: 72, most: 1364, face: 'head', anchor: 'middle' } as const
const drawn = (name: string) => oneOrTwoLines(name, { ...line, least: 52, lead: 70 })
/** Baselines and the size of the letters, of a font with a thousand units an em. */
const linesOf = (svg: string) => [
  ...new Set([...svg.matchAll(/translate\([\d.-]+ ([\d.]+)\)/g)].map(([, y]) => Number(y))),
]
const sizeOf = (svg: string) => Math.round(Number(/scale\(([\d.]+)/.exec(svg)?.[1]) * 1000)

it('A long name stands in two lines that can be read, not in one that is tiny', () => {
  for (const name of ['买'.repeat(30), 'Maximilian Alexander von Hohenzollern-Sigmaringen de la Fuente']) {
    expect(linesOf(drawn(name))).toEqual([360, 430])
    expect(sizeOf(drawn(name))).toBe(52)
  }
})

it('A name that fits stands in one line; so does a word that cannot be broken', () => {
  expect(drawn('张小明')).toBe(letters('张小明', line))
  expect(sizeOf(drawn('买'.repeat(20)))).toBeGreaterThanOrEqual(52)
  expect(linesOf(drawn('w'.repeat(60)))).toEqual([430])
})
