import { describe, expect, it } from 'vitest'
import { type Entrant, missing, outside } from './eligibility.ts'
import { rulesWith } from './testing.ts'

const somebody: Entrant = {
  region: 'yuzhong',
  organisation: null,
  individual: false,
  invited: false,
  track: null,
  name: null,
  number: null,
  oldEnough: false,
  grown: false,
  guardian: false,
}

describe('A contest is', () => {
  const may = (entry: ReturnType<typeof rulesWith>['who']['entry'], person: Partial<Entrant> = {}) =>
    outside(rulesWith({ who: { entry } }), { ...somebody, ...person })
  it('open to all', () => expect(may({ by: 'open' })).toBeNull())
  it('for some districts', () => {
    expect(may({ by: 'regions', slugs: ['yuzhong'] })).toBeNull()
    expect(may({ by: 'regions', slugs: ['nanan'] })).toBe('region-outside')
    expect(may({ by: 'regions', slugs: ['nanan'] }, { region: null })).toBeNull()
  })
  it('for some organisations', () => {
    expect(may({ by: 'organisations', ids: ['a'] }, { organisation: 'a' })).toBeNull()
    expect(may({ by: 'organisations', ids: ['a'] }, { organisation: 'b' })).toBe('organisation-outside')
    expect(may({ by: 'organisations', ids: ['a'] })).toBeNull()
  })
  it('for the invited', () => {
    expect(may({ by: 'invited' })).toBe('not-invited')
    expect(may({ by: 'invited' }, { invited: true })).toBeNull()
  })
})

describe('Before the first attempt', () => {
  const asked = (change: Parameters<typeof rulesWith>[0], person: Partial<Entrant> = {}) =>
    missing(rulesWith(change), { ...somebody, ...person })
  it('the usual rules ask for the district alone', () => {
    expect(asked({})).toEqual([])
    expect(asked({}, { region: null })).toEqual(['region'])
  })
  it('an organisation is asked where it is required; 个人 is an answer where the rules take it', () => {
    const required = (individual: boolean) => ({
      who: { organisation: { need: 'required' as const, individual, people: [] } },
    })
    expect(asked(required(true))).toEqual(['organisation'])
    expect(asked(required(true), { individual: true })).toEqual([])
    expect(asked(required(false), { individual: true })).toEqual(['organisation'])
    expect(asked(required(false), { organisation: 'a' })).toEqual([])
  })
  it('a track, a name, a number are asked where the rules say so, and only those due at the entry', () => {
    const need = 'required' as const
    const change = {
      who: { tracks: [{ id: 'youth', name: { zh: '青少年', en: '' }, fromAge: null, toAge: 17 }] },
      identity: { name: { need, at: 'entry' as const }, number: { need, at: 'entry' as const } },
    }
    expect(asked(change)).toEqual(['track', 'name', 'number'])
    expect(asked(change, { track: 'gone', name: '张三', number: '7' })).toEqual(['track'])
    expect(asked({ identity: { name: { need, at: 'claim' } } })).toEqual([])
  })
  it('whoever is under fourteen needs a guardian; a higher age is asked for', () => {
    expect(asked({ who: { minimumAge: 8, guardian: true } })).toEqual(['guardian'])
    expect(asked({ who: { minimumAge: 8, guardian: true } }, { grown: true })).toEqual([])
    expect(asked({ who: { minimumAge: 8, guardian: true } }, { guardian: true })).toEqual([])
    expect(asked({ who: { minimumAge: 18 } })).toEqual(['age'])
    expect(asked({ who: { minimumAge: 18 } }, { oldEnough: true })).toEqual([])
  })
})
