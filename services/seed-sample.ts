/** A finished contest of April 2021 with invented participants: shows what full boards look like. */
import { normalOrganisation } from '#core/account/organisation'
import { inventChoice, inventPerson } from '#core/attempt/invented'
import { mark } from '#core/attempt/score'
import { type ContestRules, usualRules } from '#core/contest/rules'
import { longestSeconds } from '#core/contest/size'
import { startOfDay } from '#core/day'
import { expectedOf } from '#core/paper/difficulty'
import { drawPaper } from '#core/paper/draw'
import { planOf } from '#core/paper/plan'
import type { QuestionDraft } from '#core/question/question'
import { seededRandom } from '#core/random'
import { contestById, insertContest } from '#db/contest'
import type { RegionRow } from '#db/region'
import * as db from '#db/sample'
import type { Db } from '#db/storage'
import { recount } from './counting.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/** The days of the national publicity week. */
const opensAt = startOfDay('2021-04-20')
const closesAt = startOfDay('2021-04-27')
const participants = 420
/** One in three belongs to one of these; their names say that they are invented. */
const organisations = ['示例大学', '示例第一中学', '示例机械公司', '示例街道社区', '示例医院', '示例图书馆']

const sampleRules: ContestRules = {
  ...usualRules,
  feedback: { ...usualRules.feedback, answers: 'at-close' },
  awards: { ...usualRules.awards, tiers: usualRules.awards.tiers.map(tier => ({ ...tier, count: 30 })) },
}
/** The usual rules limit each attempt to this. */
const limitSeconds = longestSeconds(sampleRules) as number

export interface SampleQuestion {
  revision: number
  draft: QuestionDraft
}

/** @param pool questions that held in April 2021 @param units of the edition of that time */
export async function seedSampleContest(
  rt: Runtime,
  tx: Db,
  given: { setId: number; edition: string; units: RegionRow[]; pool: SampleQuestion[]; now: number },
): Promise<void> {
  const random = seededRandom(20_210_426)
  const rules = sampleRules
  const contestId = await insertContest(
    tx,
    {
      publicId: publicId(),
      slug: 'chongqing-2021',
      title: {
        zh: '2021年知识产权宣传周知识竞赛（示例数据）',
        en: 'IP Publicity Week 2021 knowledge contest (sample data)',
      },
      summary: {
        zh: '用虚构的参赛者演示一场已结束的竞赛：当时的38个区县、完整的榜单。',
        en: 'A finished contest with invented participants: the 38 districts and counties of the time, boards in full.',
      },
      edition: given.edition,
      opensAt,
      closesAt,
      rules,
      sample: true,
      createdBy: null,
      createdAt: given.now,
      publishedAt: opensAt,
    },
    [given.setId],
  )
  const houses = await inventOrganisations(tx, given.now)
  const people = Array.from({ length: participants }, () => {
    const person = inventPerson(random)
    const house = random() < 0.33 ? (houses[Math.floor(random() * houses.length)] ?? null) : null
    return { person, publicId: publicId(), region: livesIn(given.units, random), house }
  })
  const ids = await db.insertAccounts(
    tx,
    people.map(({ person, publicId, region, house }) => ({
      publicId,
      name: person.name,
      showName: person.showName,
      regionEdition: given.edition,
      region,
      organisationId: house,
      roles: [],
      sample: true,
      createdAt: opensAt,
    })),
  )
  const candidates = given.pool.map(({ revision, draft }) => ({
    revision,
    kind: draft.kind,
    chapter: draft.chapter,
    options: draft.face.options.length,
    question: revision,
    ...expectedOf({ ...draft, options: draft.face.options.length }, null),
  }))
  const plan = planOf(candidates, rules.paper)
  const byRevision = new Map(given.pool.map(question => [question.revision, question.draft]))
  const runs = people.map(({ person, publicId: holder, region, house }) => {
    const paper = plan ? drawPaper(plan, random) : []
    const drafts = paper.map(slot => byRevision.get(slot.revision) as QuestionDraft)
    const choices = drafts.map(({ right, face, level }) =>
      inventChoice(person, { right, options: face.options.length, level }, random),
    )
    const marked = mark(rules.paper, drafts, new Map(choices.entries()))
    const startedAt = daytime(random)
    const durationMs = Math.min(
      limitSeconds * 1000,
      Math.round(drafts.reduce(sum => sum + person.pace * (0.6 + random() * 0.8) * 1000, 0)),
    )
    const accountId = ids.get(holder) as number
    return { publicId: publicId(), accountId, region, house, paper, choices, marked, startedAt, durationMs }
  })
  const attemptIds = await db.insertAttempts(
    tx,
    runs.map(run => ({
      publicId: run.publicId,
      contestId,
      accountId: run.accountId,
      number: 1,
      region: run.region,
      organisationId: run.house,
      paper: run.paper,
      startedAt: run.startedAt,
      deadlineAt: run.startedAt + limitSeconds * 1000,
      acceptUntil: run.startedAt + (limitSeconds + rules.clock.graceSeconds) * 1000,
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
  const attemptOf = (run: { publicId: string }) => attemptIds.get(run.publicId) as number
  await db.insertAnswers(
    tx,
    runs.flatMap(run =>
      run.choices.map((choice, i) => ({
        attemptId: attemptOf(run),
        position: i + 1,
        choice,
        sequence: 1,
        savedAt: run.startedAt + Math.round((run.durationMs * (i + 1)) / (run.choices.length + 1)),
        late: false,
      })),
    ),
  )
  const contest = await contestById(tx, contestId)
  if (contest) await recount(rt, tx, contest)
}

async function inventOrganisations(tx: Db, now: number): Promise<number[]> {
  const rows = organisations.map(name => ({
    publicId: publicId(),
    name,
    normalName: normalOrganisation(name),
    createdAt: now,
  }))
  return [...(await db.insertOrganisations(tx, rows)).values()]
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

/** Some instant of the week between 8:00 and 22:00 in Shanghai. */
function daytime(random: () => number): number {
  const day = Math.floor(random() * 7)
  return opensAt + Math.round((day * 24 + 8 + random() * 14) * 3_600_000)
}
