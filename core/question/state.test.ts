import { describe, expect, it } from 'vitest'
import type { Person } from '../account/roles.ts'
import {
  actionRules,
  hindrance,
  mayDo,
  type QuestionAction,
  type QuestionState,
  questionActions,
  questionStates,
} from './state.ts'

const person = (id: number, role: 'administrator' | 'organizer' = 'administrator'): Person => ({ id, roles: [role] })
const author = person(1)
const other = person(2)
const at = (state: QuestionState, inUse = state === 'published') => ({ state, inUse, author: author.id })
/** Where an action leads to from each state in which somebody else may do it. */
const ways = (action: QuestionAction, inUse?: boolean) =>
  questionStates.filter(state => hindrance(action, at(state, inUse), other) === null)

describe('A question', () => {
  it('goes from draft through review to use, and out of use, one step at a time', () => {
    expect(ways('send')).toEqual(['draft'])
    expect(ways('take-back')).toEqual(['waiting'])
    expect(ways('approve')).toEqual(['waiting'])
    expect(ways('return')).toEqual(['waiting', 'reviewed'])
    expect(ways('publish')).toEqual(['reviewed'])
    expect(ways('retire')).toEqual(['draft', 'waiting', 'reviewed', 'published'])
    expect(ways('move')).toEqual([...questionStates])
  })

  it('is published from no state but reviewed, and reviewed from no state but waiting', () => {
    const leadTo = (state: QuestionState) => questionActions.filter(action => actionRules[action].to === state)
    expect(leadTo('reviewed')).toEqual(['approve'])
    // Giving up a change goes back to what was published before.
    expect(leadTo('published')).toEqual(['publish', 'discard'])
  })

  it('is never approved by the author of that very revision', () => {
    expect(hindrance('approve', at('waiting'), author)).toBe('own')
    expect(hindrance('approve', at('waiting'), other)).toBeNull()
    expect(hindrance('approve', { ...at('waiting'), author: null }, author)).toBeNull()
  })

  it('loses a change only while there is something published to go back to', () => {
    expect(ways('discard', true)).toEqual(['draft', 'waiting', 'reviewed'])
    expect(hindrance('discard', at('draft', false), other)).toBe('not-in-use')
  })

  it('is out of reach without the right, whatever its state', () => {
    const organizer = person(3, 'organizer')
    for (const action of questionActions) {
      expect(mayDo(action, organizer)).toBe(false)
      for (const state of questionStates) expect(hindrance(action, at(state, true), organizer)).toBe('right')
    }
  })
})
