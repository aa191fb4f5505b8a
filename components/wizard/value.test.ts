import { expect, it } from 'vitest'
import { at, nextId, put, withoutPlaces } from './value.ts'

const draft = { title: { zh: '甲' }, rules: { draws: [{ id: 'a', tiers: [{ count: 1 }] }], final: null } }

it('reads a place, and nothing where there is none', () => {
  expect(at(draft, 'rules.draws.0.tiers.0.count')).toBe(1)
  expect(at(draft, 'rules.final.first')).toBeUndefined()
})

it('changes one place and leaves the draft that was given', () => {
  const changed = put(draft, 'rules.draws.0.tiers.0.count', 5)
  expect(at(changed, 'rules.draws.0.tiers.0.count')).toBe(5)
  expect(at(draft, 'rules.draws.0.tiers.0.count')).toBe(1)
  expect(changed.title).toBe(draft.title)
})

it('names a field without the places of list items, and a new item by a free name', () => {
  expect(withoutPlaces('rules.draws.10.tiers.2.count')).toBe('rules.draws.tiers.count')
  expect(nextId([{ id: 'tiers-1' }, { id: 'tiers-3' }], 'tiers')).toBe('tiers-4')
})
