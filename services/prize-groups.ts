/** 组织奖: which organisations and districts are awarded. */
import { type Competing, groupPlaces } from '#core/standing/group-award'
import type { ContestRow } from '#db/contest'
import { organisationCounts, regionCounts } from '#db/group-counts'
import type { RegionRow } from '#db/region'
import type { Db } from '#db/storage'

/** Award after award, in the order of the rules; within one, the best first. */
export async function collectiveWinners(tx: Db, contest: ContestRow, units: readonly RegionRow[]) {
  const { groupAwards } = contest.rules
  if (groupAwards.length === 0) return []
  const regions = await competingRegions(tx, contest, units)
  const organisations = await competingOrganisations(tx, contest)
  return groupAwards.flatMap(award => {
    const groups = award.of === 'regions' ? regions : organisations
    return groupPlaces(award, groups)
      .filter(({ awarded }) => awarded)
      .map(({ id, rank }) => ({
        ...(award.of === 'regions'
          ? { region: id }
          : { organisationId: organisations.find(one => one.id === id)?.key }),
        ...{ accountId: null, rank, score: null, tier: award.id, tierName: award.name, prize: award.prize },
      }))
  })
}

async function competingRegions(tx: Db, contest: ContestRow, all: readonly RegionRow[]): Promise<Competing[]> {
  const units = new Map(all.map(unit => [unit.slug, unit]))
  return (await regionCounts(tx, contest.id)).flatMap(({ region, entrants, total }) => {
    const unit = region === null ? undefined : units.get(region)
    return unit ? [{ id: unit.slug, entrants, total, people: unit.population }] : []
  })
}

/** With the number by which the database knows them. */
async function competingOrganisations(tx: Db, contest: ContestRow): Promise<(Competing & { key: number })[]> {
  const people = new Map(contest.rules.who.organisation.people.map(one => [one.id, one.people]))
  return (await organisationCounts(tx, contest.id)).map(({ key, publicId: id, entrants, total }) => {
    return { key, id, entrants, total, people: people.get(id) ?? null }
  })
}
