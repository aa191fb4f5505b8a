import { describe, expect, it } from 'vitest'
import { choosing, filtered, filterFrom, type Listed, queryOf, wordsIn } from './filter.ts'

const question = (id: number, more: Partial<Listed> = {}): Listed => ({
  id,
  set: 'a',
  number: String(id),
  state: 'published',
  inUse: true,
  chapter: 1,
  kind: 'single',
  level: 3,
  laws: [],
  head: id,
  use: { shown: 0, facility: null, discrimination: null },
  useClass: 'unused',
  ...more,
})
const bank = [
  question(1, { laws: ['PL', 'TL'] }),
  question(2, { state: 'draft', inUse: false, kind: 'multiple' }),
  question(3, { state: 'waiting', chapter: null, laws: ['PL'] }),
  question(4, { chapter: 2, kind: 'multiple', use: { shown: 90, facility: 400, discrimination: 300 } }),
]
const find = (query: Record<string, string>, narrowed: number[] | null = null) => {
  const { found, facets } = filtered(bank, filterFrom(query), narrowed && new Set(narrowed))
  return { ids: found.map(({ id }) => id), facets }
}

describe('A filter', () => {
  it('leaves what fits all that is chosen', () => {
    expect(find({}).ids).toEqual([1, 2, 3, 4])
    expect(find({ kind: 'multiple', chapter: '2' }).ids).toEqual([4])
    expect(find({ chapter: 'none' }).ids).toEqual([3])
    expect(find({ law: 'PL' }, [3, 4]).ids).toEqual([3])
  })

  it.each([
    ['state', 'draft', [2]],
    ['chapter', '2', [4]],
    ['chapter', 'none', [3]],
    ['kind', 'multiple', [2, 4]],
    ['level', '5', [5]],
    ['set', 'b', [5]],
    ['law', 'TL', [1]],
    ['use', 'sound', [4]],
    ['use', 'unused', [1, 2, 3]],
    ['use', 'hard', [5]],
  ])('by %s %s alone leaves just those, and says how many there are', (dimension, value, ids) => {
    const all = [
      ...bank.map(one => (one.id === 4 ? { ...one, useClass: 'sound' as const } : one)),
      question(5, { level: 5, set: 'b', useClass: 'hard' }),
    ]
    // A law is looked up by its articles: which questions cite it comes from the database.
    const narrowed = dimension === 'law' ? new Set(ids) : null
    const { found } = filtered(all, filterFrom({ [dimension]: value }), narrowed)
    expect(found.map(({ id }) => id)).toEqual(ids)
    const counted = filtered(all, filterFrom({}), null).facets[dimension as 'use']
    expect(counted.get(value)).toBe(ids.length)
  })

  it('counts each value as if nothing else were chosen in its own dimension', () => {
    const { facets } = find({ kind: 'multiple' })
    expect(Object.fromEntries(facets.kind)).toEqual({ single: 2, multiple: 2 })
    expect(Object.fromEntries(facets.chapter)).toEqual({ 1: 1, 2: 1 })
    expect(Object.fromEntries(find({ kind: 'multiple', chapter: '2' }).facets.chapter)).toEqual({ 1: 1, 2: 1 })
  })

  it('finds a published question whose change is on its way as both', () => {
    expect(find({ state: 'published' }).ids).toEqual([1, 3, 4])
    expect(find({ state: 'waiting' }).ids).toEqual([3])
  })

  it('puts what was revised last, was shown most, or was hardest first when asked', () => {
    expect(find({ order: 'recent' }).ids).toEqual([4, 3, 2, 1])
    expect(find({ order: 'shown' }).ids[0]).toBe(4)
    expect(find({ order: 'facility' }).ids[0]).toBe(4)
  })

  it('goes into an address and comes back; nonsense is left out', () => {
    const query = { q: '商标', state: 'draft', chapter: '5', law: 'TL-2019', article: '33', order: 'recent', page: '3' }
    expect(queryOf(filterFrom(query))).toEqual(query)
    expect(
      queryOf(filterFrom({ state: 'x', level: '9', chapter: '-1', article: '33', page: '0', order: '?' })),
    ).toEqual({})
  })

  it('goes back to the first page when something is chosen, and drops the article with its law', () => {
    const filter = filterFrom({ law: 'TL', article: '33', page: '4', kind: 'single' })
    expect(queryOf(choosing(filter, 'level', '2'))).toEqual({ law: 'TL', article: '33', kind: 'single', level: '2' })
    expect(queryOf(choosing(filter, 'law', null))).toEqual({ kind: 'single' })
  })
})

it('Words are searched for whole, in one width and case, a number with its hyphen', () => {
  expect(wordsIn('  商标，续展  ＰＣＴ 5.09-1 “十年”')).toEqual(['商标', '续展', 'pct', '5.09-1', '十年'])
  expect(wordsIn('，。')).toEqual([])
})
