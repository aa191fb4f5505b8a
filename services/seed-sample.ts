/** A finished contest of April 2021 with invented participants: shows what full boards look like. */
import { type ContestRules, usualRules } from '#core/contest/rules'
import { startOfDay } from '#core/day'
import { seededRandom } from '#core/random'
import { contestById, insertContest } from '#db/contest'
import type { RegionRow } from '#db/region'
import type { Db } from '#db/storage'
import { inventRun, type SampleQuestion } from './invented-run.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

/** The days of the national publicity week. */
const opensAt = startOfDay('2021-04-20')
const closesAt = startOfDay('2021-04-27')
const participants = 420
const sampleRules: ContestRules = {
  ...usualRules,
  feedback: { ...usualRules.feedback, answers: 'at-close' },
  awards: { ...usualRules.awards, tiers: usualRules.awards.tiers.map(tier => ({ ...tier, count: 30 })) },
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
  const contest = await contestById(tx, contestId)
  if (!contest) throw new Error('The contest that was just made is not there')
  await inventRun(rt, tx, {
    ...{ contest, people: participants, units: given.units, pool: given.pool, random },
    startedAt: () => daytime(random),
  })
}

/** Some instant of the week between 8:00 and 22:00 in Shanghai. */
function daytime(random: () => number): number {
  const day = Math.floor(random() * 7)
  return opensAt + Math.round((day * 24 + 8 + random() * 14) * 3_600_000)
}
