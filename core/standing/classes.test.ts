import { expect, test } from 'vitest'
import { classesOf } from './classes.ts'

test('ten values fill five classes evenly', () => {
  const { classes } = classesOf([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  expect(classes).toEqual([
    { level: 1, from: 1, to: 2 },
    { level: 2, from: 3, to: 4 },
    { level: 3, from: 5, to: 6 },
    { level: 4, from: 7, to: 8 },
    { level: 5, from: 9, to: 10 },
  ])
})

test('nothing and unknown belong to no class', () => {
  const { classes, levelOf } = classesOf([0, null, 3])
  expect(classes).toEqual([{ level: 1, from: 3, to: 3 }])
  expect(levelOf(0)).toBeNull()
  expect(levelOf(null)).toBeNull()
})

test('equal values share a class', () => {
  const { levelOf } = classesOf([1, 1, 1, 1, 2])
  expect(levelOf(1)).toBe(1)
  expect(levelOf(2)).toBe(5)
})
