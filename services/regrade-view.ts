/** Regrades as staff see them, and the corrections that everybody may read. */

import { boardName } from '#core/account/name'
import type { Allowed } from '#core/account/roles'
import type { Decision } from '#core/attempt/regrade'
import { phaseAt } from '#core/contest/phase'
import type { LocalText } from '#core/locale'
import { optionsIn, type QuestionKind } from '#core/question/question'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireDecision, WireEffect, WireMove, WireRegrade } from '#core/wire-regrade'
import { type ContestRow, contestById, contestBySlug } from '#db/contest'
import { rightsFor } from '#db/key'
import * as db from '#db/regrade'
import { staffNames } from '#db/staff'
import { itemRows } from '#db/statistics'
import { facesFor, type Shown } from './paper.ts'
import type { NamedMove, RegradeEffect } from './regrade-effect.ts'
import type { Runtime } from './runtime.ts'
import { seesKeys } from './statistics-view.ts'

/** All of a contest, those taken back too, the newest first. @returns refusals: not-found */
export async function regradesShown(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
): Promise<Outcome<WireRegrade[]>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  if (!contest) return no('not-found')
  const rows = await db.regradesOf(rt.storage.read, contest.id)
  const ids = rows.map(row => row.revisionId)
  const names = await db.revisionNames(rt.storage.read, ids)
  const faces = await facesFor(rt, ids)
  const staff = await staffNames(rt.storage.read)
  return yes(
    rows.map((row): WireRegrade => {
      const { question, revision, externalId } = names.get(row.revisionId) as db.RevisionName
      const { reason, erratum, settledAt, marked, total } = row
      return {
        ...{ id: row.publicId, question, revision, number: externalId, reason, erratum, settledAt, marked, total },
        stem: (faces.get(row.revisionId) as Shown).face.stem,
        decision: decisionShown(row.decision),
        ...{ by: staff.get(row.createdBy) ?? '', at: row.createdAt },
        undone: row.undoneAt === null ? null : undoneOf(row, row.undoneAt, staff),
      }
    }),
  )
}

const undoneOf = (row: db.RegradeRow, at: number, staff: ReadonlyMap<number, string>) => ({
  by: staff.get(row.undoneBy ?? 0) ?? '',
  at,
  reason: row.undoneReason ?? '',
})

const decisionShown = (decision: Decision): WireDecision =>
  decision.kind === 'accept' ? { kind: 'accept', choices: decision.choices.map(optionsIn) } : decision

/** Awards by their names, people as on a board; of lists and groups only those that change. */
export function effectShown({ rules }: ContestRow, { prizes, finalChanges, ...effect }: RegradeEffect): WireEffect {
  const awards = new Map(rules.awards.tiers.map(tier => [tier.id, tier.name]))
  const place = (of: NamedMove['before']) =>
    of && {
      score: of.score,
      rank: of.rank,
      award: of.tier === null ? null : (awards.get(of.tier) ?? null),
      goesOn: of.goesOn,
    }
  const shown = ({ name, region, before, after }: NamedMove): WireMove => {
    return { name: name && boardName(name), region, before: place(before), after: place(after) }
  }
  return {
    ...effect,
    awards: effect.awards.map(shown),
    finals: rules.final && { changes: finalChanges, people: effect.finals.map(shown) },
    movers: effect.movers.map(shown),
    perfect: prizes.perfect,
    draws: prizes.lists.filter(isChanged).map(list => listShown(rules, list)),
    groups: prizes.groups
      .filter(({ moves }) => moves.length > 0)
      .map(({ award, moves }) => ({ award: award.name, regions: award.of === 'regions', changes: moves })),
    lists: { awards: prizes.awards, collective: prizes.collective },
  }
}

type List = RegradeEffect['prizes']['lists'][number]

const isChanged = ({ on, off, before, after }: List): boolean => on > 0 || off > 0 || before.chances !== after.chances

function listShown({ calendar }: ContestRow['rules'], { rule, scope, state, before, after, on, off }: List) {
  const stage = rule.when === 'per-stage' ? calendar.stages.find(({ id }) => id === scope) : undefined
  const day = rule.when === 'daily' ? scope : null
  return { name: rule.name, stage: stage?.name ?? null, day, state, before, after, on, off }
}

export interface Erratum {
  at: number
  chapter: number | null
  /** Null while the contest is open: what is asked is not told to those who have not answered yet. */
  stem: LocalText | null
  decision: Decision['kind']
  text: LocalText
  undoneAt: number | null
}

/** Corrections that hold, and those that were taken back, the newest first. Nothing before scores follow it. */
export async function errataOf(rt: Runtime, contestId: number): Promise<Erratum[]> {
  const contest = await contestById(rt.storage.read, contestId)
  if (!contest?.rules.publicity.errata) return []
  const rows = (await db.regradesOf(rt.storage.read, contest.id)).filter(row => row.settledAt !== null)
  const faces = await facesFor(
    rt,
    rows.map(row => row.revisionId),
  )
  const closed = phaseAt(contest, rt.clock.now()) === 'closed'
  return rows.map(({ revisionId, createdAt, decision, erratum, undoneAt }) => {
    const { chapter, face } = faces.get(revisionId) as Shown
    const stem = closed ? face.stem : null
    return { at: createdAt, chapter, stem, decision: decision.kind, text: erratum, undoneAt }
  })
}

export interface RegradeQuestion {
  number: string
  kind: QuestionKind
  scenario: LocalText | null
  stem: LocalText
  /** `right` is null while keys may not be seen. */
  options: { text: LocalText; times: number; right: boolean | null }[]
}

/** A question of a contest, to decide about. @returns refusals: not-found */
export async function questionToRegrade(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
  question: string,
  revision: number,
): Promise<Outcome<RegradeQuestion>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  const id = contest && (await db.revisionIn(rt.storage.read, contest.id, question, revision))
  if (!contest || id === null) return no('not-found')
  const { kind, face } = (await facesFor(rt, [id])).get(id) as Shown
  const name = (await db.revisionNames(rt.storage.read, [id])).get(id) as db.RevisionName
  const chosen = (await itemRows(rt.storage.read, contest.id)).find(row => row.revisionId === id)?.choices ?? []
  const [key] = seesKeys(rt, allowed, contest) ? await rightsFor(rt.storage.read, [id]) : []
  const options = face.options.map((text, option) => {
    const right = key ? (key.right & (1 << option)) !== 0 : null
    return { text, times: chosen[option] ?? 0, right }
  })
  return yes({ number: name.externalId, kind, scenario: face.scenario, stem: face.stem, options })
}
