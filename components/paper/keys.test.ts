import { describe, expect, test } from 'vitest'
import { type FocusOn, keyAct } from './keys.ts'

const press = (key: string, focus: FocusOn = 'other', options = 4) =>
  keyAct({ key, modified: false, composing: false }, focus, options)

describe('keys on the paper', () => {
  test('letters and figures choose, in either case', () => {
    expect(press('a')).toEqual({ act: 'choose', index: 0 })
    expect(press('D')).toEqual({ act: 'choose', index: 3 })
    expect(press('2')).toEqual({ act: 'choose', index: 1 })
  })

  test('an option that is not there is not chosen', () => {
    expect(press('e')).toBeNull()
    expect(press('5')).toBeNull()
    expect(press('9')).toBeNull()
  })

  test('F flags, unless it is the sixth option', () => {
    expect(press('f')).toEqual({ act: 'flag' })
    expect(press('f', 'other', 6)).toEqual({ act: 'choose', index: 5 })
  })

  test('Enter and the arrows walk, a radio keeps its arrows, a button its Enter', () => {
    expect(press('Enter')).toEqual({ act: 'next' })
    expect(press('Enter', 'radio')).toEqual({ act: 'next' })
    expect(press('Enter', 'pressable')).toBeNull()
    expect(press('ArrowRight')).toEqual({ act: 'next' })
    expect(press('ArrowLeft')).toEqual({ act: 'previous' })
    expect(press('ArrowRight', 'radio')).toBeNull()
    expect(press('ArrowLeft', 'radio')).toBeNull()
  })

  test('the question mark of either keyboard helps', () => {
    expect(press('?')).toEqual({ act: 'help' })
    expect(press('\uff1f')).toEqual({ act: 'help' })
  })

  test('nothing happens while typing, composing or with a modifier', () => {
    expect(press('a', 'typing')).toBeNull()
    expect(keyAct({ key: 'a', modified: true, composing: false }, 'other', 4)).toBeNull()
    expect(keyAct({ key: 'a', modified: false, composing: true }, 'other', 4)).toBeNull()
  })

  test('where there is no question only help answers', () => {
    expect(press('a', 'other', 0)).toBeNull()
    expect(press('Enter', 'other', 0)).toBeNull()
    expect(press('?', 'other', 0)).toEqual({ act: 'help' })
  })
})
