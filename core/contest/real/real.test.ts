import { describe, expect, it } from 'vitest'
import { awardTiers } from '../../prize/award.ts'
import { chanceOf, drawSpan, groupsOf, kindOf } from '../../prize/qualify.ts'
import { type Counting, countedResult } from '../../standing/counted.ts'
import { goesOn } from '../../standing/final.ts'
import { groupPlaces } from '../../standing/group-award.ts'
import { compareResults, ranked } from '../../standing/rank.ts'
import { hindrance } from '../allowed.ts'
import { ruleProblems } from '../problem.ts'
import { contestRules } from '../rules.ts'
import { fullMarks, longestSeconds } from '../size.ts'
import { realContests as all } from './all.ts'
import type { Person, RealContest } from './real.ts'

/** Those of the fixtures' districts whose rate counts; the cities' yearbooks. */
const residents: Record<string, number> = { guandu: 1_602_000, luquan: 378_000 }

/** A person's papers as the engine takes them. */
function attemptsOf({ rules, window }: RealContest, person: Person): Counting[] {
  return person.papers.map(([day, clock, score, seconds, right]) => {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number)
    const startedAt = window.opensAt + ((day * 24 + hours) * 60 + minutes) * 60_000
    const durationMs = seconds * 1000
    const correct = right ?? score / rules.paper.points.single
    return {
      startedAt,
      finishedAt: startedAt + durationMs,
      score,
      maximum: fullMarks(rules.paper),
      correct,
      durationMs,
    }
  })
}

function standingsOf(contest: RealContest) {
  const rows = contest.people.map((person, account) => {
    const counted = countedResult(contest.rules, attemptsOf(contest, person))
    if (!counted) throw new Error(`${person.id} has no result`)
    return { ...counted, lot: person.lot ?? 0, id: person.id, account, track: person.track ?? '' }
  })
  const { ties, awards } = contest.rules
  const tracks = awards.perTrack ? [...new Set(rows.map(row => row.track))] : [null]
  return tracks.flatMap(track => {
    const own = rows.filter(row => track === null || row.track === track)
    return ranked(
      own.sort((a, b) => compareResults(a, b, ties) || a.account - b.account),
      ties,
    )
  })
}

describe('The twenty contests', () => {
  it('are twenty', () => expect(new Set(all.map(contest => contest.name)).size).toBe(20))
})

describe.each(all.map(contest => [contest.name, contest] as const))('%s', (_, contest) => {
  const { rules, window, people, outcome } = contest
  const standing = standingsOf(contest)

  it('is rules that nothing is wrong with', () => {
    expect(contestRules.safeParse(rules).error).toBeUndefined()
    expect(ruleProblems(rules, window)).toEqual([])
    expect(contest.assumed.length).toBeGreaterThan(0)
  })

  it('allowed each of these attempts when it was started', () => {
    for (const person of people) {
      const made: { startedAt: number; endsAt: number }[] = []
      for (const attempt of attemptsOf(contest, person).sort((a, b) => a.startedAt - b.startedAt)) {
        expect([person.id, hindrance(rules, window, made, attempt.startedAt)]).toEqual([person.id, null])
        expect(attempt.durationMs).toBeLessThanOrEqual((longestSeconds(rules) ?? Number.POSITIVE_INFINITY) * 1000)
        made.push({ startedAt: attempt.startedAt, endsAt: attempt.finishedAt })
      }
    }
  })

  it('puts people where they belong', () => {
    expect(standing.map(({ id, rank, score }) => [id, rank, score])).toEqual(outcome.standing)
  })

  it('gives its awards', () => {
    const candidates = standing.map(({ id, account, rank, lot }) => ({ id: account, name: id, rank, lot }))
    const { awarded } = awardTiers(rules.awards, candidates, new Set())
    expect(awarded.map(({ name, tier }) => [name, tier.id])).toEqual(outcome.awards ?? [])
  })

  it('has on the lists of its draws those who qualify', () => {
    expect(new Set((outcome.draws ?? []).map(drawn => drawn.draw))).toEqual(new Set(rules.draws.map(rule => rule.id)))
    for (const { draw: id, scope, chances, groups } of outcome.draws ?? []) {
      const rule = rules.draws.find(one => one.id === id)
      const kind = rule && kindOf(rule)
      const span = kind && drawSpan(rules, window, kind, scope)
      if (!rule || !span) throw new Error(`no such draw: ${id} ${scope}`)
      const listed = people.flatMap(person => {
        const own = attemptsOf(contest, person).filter(attempt => span.holds(attempt.startedAt))
        const chance = chanceOf(rules, rule, own)
        return chance ? [{ ...chance, token: person.id }] : []
      })
      expect(listed.map(one => [one.token, one.qualified, one.chances])).toEqual(chances)
      const places = rule.tiers.reduce((sum, tier) => sum + tier.count, 0)
      expect(groupsOf(listed, places).map(group => [group.name, group.people.length])).toEqual(groups)
    }
  })

  it('gives each district and organisation its place', () => {
    const ranked = rules.groupAwards.map(award => {
      const nameOf = (person: Person) => (award.of === 'regions' ? person.region : person.unit)
      const groups = [...Map.groupBy(people, nameOf)].flatMap(([id, members]) => {
        if (id === undefined) return []
        const rows = standing.filter(row => members.some(person => person.id === row.id))
        const total = rows.reduce((sum, row) => sum + row.score, 0)
        return [{ id, entrants: rows.length, total, people: residents[id] ?? null }]
      })
      return [award.id, groupPlaces(award, groups).map(place => [place.id, place.rank, place.awarded])] as const
    })
    expect(Object.fromEntries(ranked)).toEqual(outcome.groups ?? {})
  })

  it('sends on those who go on', () => {
    const going = standing.filter(({ rank }) => goesOn(rules, rank)).map(({ id }) => id)
    expect(going.sort()).toEqual([...(outcome.goesOn ?? [])].sort())
  })
})
