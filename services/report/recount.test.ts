/** The report's figures against a naive count: what each person was told of their own papers, added up by hand. */
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Allowed } from '#core/account/roles'
import { dayMs } from '#core/day'
import { interval } from '#core/report/interval'
import { fewest } from '#core/report/report'
import { attemptByPublicId } from '#db/attempt'
import { changeAttempt } from '#db/attempt.fixture'
import { contestById } from '#db/contest'
import { chooseRegion } from '../account.ts'
import { saveAnswer } from '../answer.ts'
import { finishAttempt, startAttempt } from '../attempt.ts'
import { replaceStanding } from '../counting.ts'
import { staffMember } from '../prize-testing.ts'
import { regionsOf } from '../region.ts'
import { resultOf } from '../result.ts'
import {
  anotherDevice,
  citizen,
  contestWith,
  handbookWith,
  inventedQuestion,
  noon,
  openTestSite,
  type TestSite,
} from '../testing.ts'
import { reportFor } from './report.ts'

let site: TestSite
let organizer: Allowed<'contests.write'>
const people: (Awaited<ReturnType<typeof citizen>> & { region: string; organisation: string | null })[] = []
const drafts = Array.from({ length: 40 }, (_, i) => ({ ...inventedQuestion(i), entryId: `${(i % 5) + 1}.01` }))

beforeEach(async () => {
  site = await openTestSite()
  organizer = await staffMember(site.rt, 'chen', ['organizer'], 'contests.write')
  await handbookWith(site.rt, drafts)
  people.length = 0
  for (let i = 0; i < 16; i++) {
    // Eleven of a large district, of whom six belong together; four of a small one; one alone.
    const region = i < 11 ? 'yuzhong' : i < 15 ? 'wushan' : 'youyang'
    const organisation = i < 6 ? '示例大学' : null
    const { id } = (await citizen(site.rt, `1380013${8000 + i}`, null)).who.account
    await chooseRegion(site.rt, id, { region, ...(organisation && { organisation }) })
    people.push({ ...(await anotherDevice(site.rt, id)), region, organisation })
  }
})
afterEach(() => site.close())

interface Paper {
  person: number
  finishedAt: number
  score: number
  questions: { entry: string; isRight: boolean }[]
}

const paper = fc.record({
  person: fc.nat({ max: 15 }),
  hour: fc.nat({ max: 100 }),
  /** For each question: left out, or one of its options. */
  choices: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 20, maxLength: 20 }),
  end: fc.constantFrom('finished', 'finished', 'finished', 'struck', 'left' as const),
})

it('is equal to it after any history of papers', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 36 }), async history => {
      const slug = `round-${round++}`
      const rules = { attempts: { total: 50 } } as const
      const id = await contestWith(site.rt, { slug, drafts, rules, closesAt: noon + 7 * dayMs })
      const papers: Paper[] = []
      let started = 0
      for (const one of history.toSorted((a, b) => a.hour - b.hour)) {
        const taken = await take(slug, id, one)
        started++
        if (taken) papers.push(taken)
      }
      site.at(8 * dayMs)
      site.rt.memory.clear()
      const made = await reportFor(site.rt, organizer, slug, 'zh')
      if (!made.ok) throw new Error(made.refusal)
      const shown = Object.fromEntries(made.value.sections.map(section => [section.key, section.rows]))
      expect(shown).toMatchObject(await counted(papers, started))
    }),
    { numRuns: Number(process.env.REPORT_RUNS ?? 6) },
  )
}, 120_000)

/** @returns null where the paper does not count: left open, or struck out */
async function take(
  slug: string,
  contestId: number,
  { person, hour, choices, end }: { person: number; hour: number; choices: number[]; end: string },
): Promise<Paper | null> {
  const { who, token } = people[person] as (typeof people)[number]
  site.at(hour * 3_600_000)
  const started = await startAttempt(site.rt, who, slug, 'zh')
  if (!started.ok) throw new Error(JSON.stringify(started))
  const { attempt, paper } = started.value
  for (const { position, options } of paper.filter(({ position }) => (choices[position - 1] ?? -1) >= 0)) {
    const choice = [options[choices[position - 1] as number]?.id ?? '']
    await saveAnswer(site.rt, token, attempt.id, { position, choice, sequence: 1 })
  }
  site.at(hour * 3_600_000 + 60_000)
  await finishAttempt(site.rt, who, attempt.id)
  const result = await resultOf(site.rt, who, attempt.id, 'zh')
  if (!result.ok) throw new Error(result.refusal)
  if (end !== 'finished') {
    await site.rt.storage.atomically(async tx => {
      const row = await attemptByPublicId(tx, attempt.id)
      const contest = await contestById(tx, contestId)
      if (!row || !contest) throw new Error('The paper is gone')
      await replaceStanding(site.rt, tx, contest, await changeAttempt(tx, row.id, { struckOutAt: noon }))
    })
    return null
  }
  return {
    person,
    finishedAt: result.value.finishedAt,
    score: result.value.score ?? 0,
    questions: (result.value.review ?? []).map(({ entry, isRight }) => ({
      entry: /^\d+\.\d+/.exec(entry?.address ?? '')?.[0] ?? '',
      isRight,
    })),
  }
}

/** Every table that can be counted by hand. */
async function counted(papers: Paper[], started: number) {
  const of = (paper: Paper) => people[paper.person] as (typeof people)[number]
  const units = (await regionsOf(site.rt, 'chongqing-2025-11', 'zh')).filter(unit => unit.kind !== 'zone')
  const best = [...Map.groupBy(papers, one => one.person)].map(([person, own]) => ({
    ...(people[person] as (typeof people)[number]),
    score: Math.max(...own.map(({ score }) => score)),
  }))
  const mean = (scores: number[]) =>
    (Math.round((scores.reduce((a, b) => a + b, 0) / scores.length) * 10) / 10).toFixed(1)
  const hourOf = (one: Paper) => Math.floor((one.finishedAt + 8 * 3_600_000) / 3_600_000)
  const times = (values: string[]) =>
    [...Map.groupBy(values, value => value)].map(([value, all]) => [value, String(all.length)])
  const regions = units.map(({ slug, name, population }) => {
    const here = best.filter(({ region }) => region === slug)
    if (here.length === 0) return [name, '0', '0.00', '—']
    if (here.length < fewest) return [name, '<5', '—', '—']
    const rate = (here.length / (population ?? 1)) * 10_000
    return [name, String(here.length), rate.toFixed(2), mean(here.map(({ score }) => score))]
  })
  const house = best.filter(({ organisation }) => organisation !== null)
  return {
    totals: [
      ['参赛人数', String(best.length)],
      ['交卷份数', String(papers.length)],
      ['开始作答（份）', String(started)],
      ['有人参加的区县', String(new Set(best.map(({ region }) => region)).size)],
      ['有人参加的单位', house.length > 0 ? '1' : '0'],
    ],
    days: times(papers.map(one => new Date(hourOf(one) * 3_600_000).toISOString().slice(0, 10)).sort()),
    hours:
      papers.length === 0
        ? []
        : Array.from({ length: 24 }, (_, hour) =>
            expect.arrayContaining([String(papers.filter(one => hourOf(one) % 24 === hour).length)]),
          ),
    regions: expect.arrayContaining(regions),
    organisations:
      house.length >= fewest ? [['示例大学', String(house.length), mean(house.map(({ score }) => score))]] : [],
    scores: expect.toSatisfy((rows: string[][]) =>
      rows.every(([band = '', n]) => {
        const [from = 0, to = 0] = band.split('–').map(Number)
        return Number(n) === best.filter(({ score }) => score >= from && score <= to).length
      }),
    ),
    // Entries that were missed alike stand in any order.
    missed: expect.toSatisfy(
      (rows: string[][]) =>
        spelled(rows.map(row => [row[0]?.split(' ')[0] ?? '', ...row.slice(1)])) === spelled(missedIn(papers, 30)),
    ),
    missedByRegion: expect.arrayContaining(
      ['yuzhong', 'wushan', 'youyang'].map(slug => {
        const name = units.find(unit => unit.slug === slug)?.name
        const told = missedIn(
          papers.filter(one => of(one).region === slug),
          0,
        )
        const [worst] = told
        if (!worst) return [name, '数据太少，不显示', '—', '—', '—']
        const alike = told.filter(row => spelled([row.slice(1)]) === spelled([worst.slice(1)]))
        return [name, expect.stringMatching(`^(${alike.map(([entry]) => entry).join('|')}) `), ...worst.slice(1)]
      }),
    ),
  }
}

const spelled = (rows: string[][]): string =>
  rows
    .map(row => row.join(' '))
    .sort()
    .join('; ')

/** @returns entries that at least five people met so often: number, times asked, share missed, interval; worst first */
function missedIn(papers: Paper[], often: number): string[][] {
  const met = papers.flatMap(({ person, questions }) => questions.map(question => ({ person, ...question })))
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return [...Map.groupBy(met, ({ entry }) => entry)]
    .filter(([, all]) => all.length >= often && new Set(all.map(({ person }) => person)).size >= fewest)
    .map(([entry, all]) => ({ entry, asked: all.length, missed: all.filter(({ isRight }) => !isRight).length }))
    .sort((a, b) => interval(b.missed, b.asked).low - interval(a.missed, a.asked).low)
    .map(({ entry, asked, missed }) => {
      const { low, high } = interval(missed, asked)
      return [entry, String(asked), percent(missed / asked), `${percent(low)}–${percent(high)}`]
    })
}
