/** What counts: takes attempts into the standings. Called by the unit that changes an attempt, in the same unit. */
import { frozenSince } from '#core/standing/freeze'
import { type Place, placesOf } from '#core/standing/places'
import { trackScope } from '#core/standing/scope'
import * as acts from '#db/board-act'
import { foldChanges, hasChanges } from '#db/board-fold'
import { rebuildBoards } from '#db/board-rebuild'
import { allContests, type ContestRow, contestById } from '#db/contest'
import { entryOf } from '#db/entry'
import * as db from '#db/standing'
import {
  anybodyStands,
  anybodyStandsIn,
  contestsWithOldStandings,
  dropStandings,
  everybodysAttempts,
  insertPlaces,
  type PersonPlace,
} from '#db/standing-all'
import type { Db } from '#db/storage'
import type { Runtime } from './runtime.ts'

/**
 * Stands a person where their finished attempts put them that were not struck out, on every board; with none left, off
 * them. Behind a frozen board the person waits until the reveal.
 */
export async function replaceStanding(rt: Runtime, tx: Db, contest: ContestRow, accountId: number): Promise<void> {
  if (await isFrozen(rt, tx, contest)) return acts.holdStanding(tx, contest.id, accountId)
  await stand(rt, tx, contest, accountId)
}

/** Everybody's standings, and the boards' counts, made again from the attempts. */
export async function recount(rt: Runtime, tx: Db, contest: ContestRow): Promise<void> {
  if (await isFrozen(rt, tx, contest)) return acts.holdEverybody(tx, contest.id)
  await db.contestAlone(tx, contest.id)
  await dropStandings(tx, contest.id)
  let places: PersonPlace[] = []
  for await (const { accountId, track, made } of everybodysAttempts(tx, contest.id)) {
    const lot = rt.secrets.lot(contest.id, accountId)
    const wanted: Place[] = placesOf(contest, made, { accountId, lot, track: trackIn(contest, track) })
    places.push(...wanted.map(place => ({ ...place, contestId: contest.id, accountId })))
    if (places.length >= placesAtOnce) {
      await insertPlaces(tx, places)
      places = []
    }
  }
  await insertPlaces(tx, places)
  await rebuildBoards(tx, contest.id)
}
const placesAtOnce = 2000

async function stand(rt: Runtime, tx: Db, contest: ContestRow, accountId: number): Promise<void> {
  await db.personAlone(tx, contest.id, accountId)
  const made = await db.countableAttempts(tx, contest.id, accountId)
  const held = await db.placesHeld(tx, contest.id, accountId)
  const { tracks } = contest.rules.who
  const track = tracks.length === 0 ? null : ((await entryOf(tx, contest.id, accountId))?.track ?? null)
  const who = { accountId, lot: rt.secrets.lot(contest.id, accountId), track: trackIn(contest, track) }
  const wanted = placesOf(contest, made, who)
  await db.replacePlaces(tx, { contestId: contest.id, accountId }, held, wanted)
}

/** Only a track that the rules have is ranked. */
const trackIn = ({ rules }: ContestRow, chosen: string | null): string | null =>
  rules.who.tracks.find(({ id }) => id === chosen)?.id ?? null

async function isFrozen(rt: Runtime, tx: Db, contest: ContestRow): Promise<boolean> {
  return frozenSince(contest, acts.freezes(await acts.actsOn(tx, contest.id)), rt.clock.now()) !== null
}

/** Takes what has changed into the boards' counts. Readers see it before; this keeps their sums short. */
export async function foldBoards(rt: Runtime): Promise<void> {
  while (await hasChanges(rt.storage.read)) await rt.storage.atomically(tx => foldChanges(tx))
}

/** People stood by one unit: some milliseconds of work. */
const peopleAtOnce = 100

/** After a reveal: stands everybody who waited. @returns how many there were */
export async function standHeld(rt: Runtime, contest: ContestRow, most = Number.POSITIVE_INFINITY): Promise<number> {
  let stood = 0
  while (stood < most) {
    const people = await acts.peopleHeld(rt.storage.read, contest.id, peopleAtOnce)
    if (people.length === 0) return stood
    const done = await rt.storage.atomically(async tx => {
      if (await isFrozen(rt, tx, contest)) return false
      for (const accountId of people) {
        await stand(rt, tx, contest, accountId)
        await acts.releaseStanding(tx, contest.id, accountId)
      }
      return true
    })
    if (!done) return stood
    stood += people.length
    await foldBoards(rt)
  }
  return stood
}

/** Several times a second: counts what was appended, and goes on with a reveal that a stop of the server interrupted. */
export async function keepBoards(rt: Runtime): Promise<void> {
  await foldBoards(rt)
  for (const contestId of await acts.contestsThatHold(rt.storage.read)) {
    const contest = await contestById(rt.storage.read, contestId)
    if (contest && !(await isFrozen(rt, rt.storage.read, contest))) await standHeld(rt, contest)
  }
}

/** Once after an update: what older versions stored has no place in the boards' order, or none in its track. */
export async function recountOld(rt: Runtime): Promise<void> {
  const { read } = rt.storage
  const old = new Set(await contestsWithOldStandings(read))
  for (const contest of await allContests(read))
    if (old.has(contest.id) || (await lacksTracks(read, contest)))
      await rt.storage.atomically(tx => recount(rt, tx, contest))
}

/** Whoever stands in a contest with tracks stands in one of them. */
async function lacksTracks(db: Db, { id, rules }: ContestRow): Promise<boolean> {
  const scopes = rules.who.tracks.map(track => trackScope(track.id))
  return scopes.length > 0 && (await anybodyStands(db, id)) && !(await anybodyStandsIn(db, id, scopes))
}
