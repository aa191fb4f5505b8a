/** A contest run by invented people: accounts, attempts, answers and boards as a real one leaves them. */
import { normalOrganisation } from '#core/account/organisation'
import { type InventedPerson, inventChoice, inventPerson } from '#core/attempt/invented'
import { mark } from '#core/attempt/score'
import { longestSeconds } from '#core/contest/size'
import { expectedOf } from '#core/paper/difficulty'
import { drawPaper } from '#core/paper/draw'
import { planOf } from '#core/paper/plan'
import type { QuestionDraft } from '#core/question/question'
import { organisationNamed } from '#db/account'
import type { ContestRow } from '#db/contest'
import type { RegionRow } from '#db/region'
import * as db from '#db/sample'
import type { Db } from '#db/storage'
import { recount } from './counting.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

export interface SampleQuestion {
  revision: number
  draft: Pick<QuestionDraft, 'kind' | 'chapter' | 'level' | 'seconds' | 'right' | 'face'>
}

/** One in three belongs to one of these; their names say that they are invented. */
const organisations = ['示例大学', '示例第一中学', '示例机械公司', '示例街道社区', '示例医院', '示例图书馆']

interface Run {
  publicId: string
  accountId: number
  region: string
  house: number | null
  number: number
  paper: ReturnType<typeof drawPaper>
  choices: number[]
  marked: ReturnType<typeof mark>
  startedAt: number
  durationMs: number
}

/**
 * @param people how many @param pool questions that hold throughout the contest @param startedAt an instant of the
 *   contest for each attempt, out of the same dice
 */
export async function inventRun(
  rt: Runtime,
  tx: Db,
  given: {
    contest: ContestRow
    people: number
    units: RegionRow[]
    pool: SampleQuestion[]
    random: () => number
    startedAt(): number
  },
): Promise<void> {
  const { contest, random } = given
  const holders = await inventPeople(tx, given)
  const paperOf = papersFrom(given.pool, contest, random)
  const limitMs = (longestSeconds(contest.rules) ?? 3600) * 1000
  const runs = holders.flatMap(holder =>
    Array.from({ length: timesFor(contest, random) }, (_, i): Run => {
      const { person, accountId, region, house } = holder
      const { paper, drafts } = paperOf()
      const choices = drafts.map(({ right, face, level }) =>
        inventChoice(person, { right, options: face.options.length, level }, random),
      )
      const marked = mark(contest.rules.paper, drafts, new Map(choices.entries()))
      const comes = given.startedAt()
      const taken = drafts.reduce(sum => sum + person.pace * (0.6 + random() * 0.8) * 1000, 0)
      const durationMs = Math.min(limitMs, Math.round(taken))
      const startedAt = Math.min(comes, contest.closesAt - durationMs - 1)
      return {
        publicId: publicId(),
        accountId,
        region,
        house,
        number: i + 1,
        paper,
        choices,
        marked,
        startedAt,
        durationMs,
      }
    }),
  )
  await insertRuns(tx, contest, runs, limitMs)
  await recount(rt, tx, contest)
}

/** As often as the rules let them, some people come again. */
const timesFor = ({ rules }: ContestRow, random: () => number): number => {
  const most = Math.min(rules.attempts.total ?? 3, 3)
  return most === 1 ? 1 : 1 + Math.floor(random() ** 2 * most)
}

interface Holder {
  person: InventedPerson
  accountId: number
  region: string
  house: number | null
}

async function inventPeople(
  tx: Db,
  { contest, people, units, random }: Parameters<typeof inventRun>[2],
): Promise<Holder[]> {
  const houses = await inventOrganisations(tx, contest.opensAt)
  const invented = Array.from({ length: people }, () => {
    const person = inventPerson(random)
    const house = random() < 0.33 ? (houses[Math.floor(random() * houses.length)] ?? null) : null
    return { person, publicId: publicId(), region: livesIn(units, random), house }
  })
  const ids = await db.insertAccounts(
    tx,
    invented.map(({ person, publicId, region, house }) => ({
      publicId,
      name: person.name,
      showName: person.showName,
      regionEdition: contest.edition,
      region,
      organisationId: house,
      roles: [],
      sample: true,
      createdAt: contest.opensAt,
    })),
  )
  return invented.map(({ person, publicId: holder, region, house }) => {
    return { person, region, house, accountId: ids.get(holder) as number }
  })
}

function papersFrom(pool: SampleQuestion[], contest: ContestRow, random: () => number) {
  const candidates = pool.map(({ revision, draft }) => ({
    revision,
    kind: draft.kind,
    chapter: draft.chapter,
    options: draft.face.options.length,
    question: revision,
    ...expectedOf({ ...draft, options: draft.face.options.length }, null),
  }))
  const plan = planOf(candidates, contest.rules.paper)
  const byRevision = new Map(pool.map(question => [question.revision, question.draft]))
  return () => {
    const paper = plan ? drawPaper(plan, random) : []
    return { paper, drafts: paper.map(slot => byRevision.get(slot.revision) as SampleQuestion['draft']) }
  }
}

async function insertRuns(tx: Db, contest: ContestRow, runs: Run[], limitMs: number): Promise<void> {
  const attemptIds = await db.insertAttempts(
    tx,
    runs.map(run => ({
      publicId: run.publicId,
      contestId: contest.id,
      accountId: run.accountId,
      number: run.number,
      region: run.region,
      organisationId: run.house,
      paper: run.paper,
      startedAt: run.startedAt,
      deadlineAt: run.startedAt + limitMs,
      acceptUntil: run.startedAt + limitMs + contest.rules.clock.graceSeconds * 1000,
      heldBy: 0,
      displaced: [],
      finishedAt: run.startedAt + run.durationMs,
      finishedBy: 'person' as const,
      score: run.marked.score,
      maximum: run.marked.maximum,
      correct: run.marked.correct,
      durationMs: run.durationMs,
    })),
  )
  await db.insertAnswers(
    tx,
    runs.flatMap(run =>
      run.choices.map((choice, i) => ({
        attemptId: attemptIds.get(run.publicId) as number,
        position: i + 1,
        choice,
        sequence: 1,
        savedAt: run.startedAt + Math.round((run.durationMs * (i + 1)) / (run.choices.length + 1)),
        late: false,
      })),
    ),
  )
}

async function inventOrganisations(tx: Db, createdAt: number): Promise<number[]> {
  const ids: number[] = []
  for (const name of organisations)
    ids.push(
      await organisationNamed(tx, { publicId: publicId(), name, normalName: normalOrganisation(name), createdAt }),
    )
  return ids
}

/** Where somebody lives, by population. */
function livesIn(units: RegionRow[], random: () => number): string {
  const counted = units.filter(unit => unit.kind !== 'zone')
  const all = counted.reduce((sum, unit) => sum + (unit.population ?? 0), 0)
  let left = random() * all
  for (const unit of counted) {
    left -= unit.population ?? 0
    if (left < 0) return unit.slug
  }
  return (counted[0] as RegionRow).slug
}
