/** Five notices as offices might write them, none of the twenty fixtures: each is set up, and each of its options is seen. */
import Fastify from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ContestRules, usualRules } from '#core/contest/rules'
import { samePoints } from '#core/contest/size'
import { type RulesChange, rulesWith } from '#core/contest/testing'
import { dayMs } from '#core/day'
import { explained } from '#messages/explain'
import { noon, openTestSite, type TestSite } from '#services/testing'
import { staffWith } from '#services/testing-staff'
import { registerApi } from './api.ts'

let site: TestSite
let session = ''
const app = Fastify()
beforeAll(async () => {
  site = await openTestSite()
  await app.register(async scope => registerApi(scope, site.rt), { prefix: '/api/v1' })
  await app.ready()
  session = (await staffWith(site.rt, ['organizer'])).token
})
afterAll(async () => {
  await app.close()
  await site.close()
})

const window = { opensAt: noon + dayMs, closesAt: noon + 29 * dayMs }
const day = (from: number, to: number) => ({ opensAt: noon + from * dayMs, closesAt: noon + to * dayMs })
const said = (zh: string, en = '') => ({ zh, en })
const tier = (id: string, zh: string, count: number, value = 0) => ({
  ...{ id, count, value },
  name: said(zh),
  prize: said(value > 0 ? `${value} 元图书` : '荣誉证书'),
})
const required = (at: 'entry' | 'claim') => ({ need: 'required' as const, at })

const notices: Record<string, RulesChange> = {
  /** Four weeks, one paper a week in each; the best three weeks count; a draw each week; the first fifty to a final in the room. */
  'weekly-evening': {
    calendar: {
      dayStartsHour: 6,
      stages: [1, 8, 15, 22].map((from, i) => ({
        id: `week-${i + 1}`,
        name: said(`第${i + 1}周`),
        ...day(from, from + 7),
      })),
      announcedAt: noon + 31 * dayMs,
      claimsUntil: noon + 45 * dayMs,
    },
    attempts: { total: 4, perStage: 1 },
    counts: { by: 'mean-of-best', k: 3 },
    ties: ['more-correct', 'earlier-finish', 'lot'],
    feedback: { answers: 'per-stage', freezeSeconds: 86_400 },
    draws: [
      {
        ...{ id: 'weekly', name: said('每周幸运奖'), when: 'per-stage', oneIn: null, qualify: { by: 'perfect' } },
        ...{ chances: { by: 'person' }, tiers: [tier('book', '幸运奖', 20, 50)], fallBackTo: 80 },
        ...{ excludeEarlier: true, alternates: 5, witnesses: ['渝信公证处'] },
      },
    ],
    final: { first: 50, to: { kind: 'live' } },
  },
  /** Street committees' one-question-a-step ladder: out at the third error, negative marks, no rank, points drawn for. */
  ladder: {
    who: { entry: { by: 'regions', slugs: ['yuzhong', 'nanan'] }, minimumAge: 18 },
    paper: { total: 30, points: samePoints(2), outAfter: 3, wrongCosts: 1, passMark: 24 },
    clock: { seconds: null, questionSeconds: 25, graceSeconds: 1 },
    attempts: { total: null, perDay: 2, cooldownSeconds: 3600 },
    counts: { by: 'daily-sum', cap: 100 },
    feedback: { rank: false, answers: 'never' },
    draws: [
      {
        ...{ id: 'steps', name: said('登高抽奖'), when: 'final', oneIn: null, qualify: { by: 'points', points: 200 } },
        ...{ chances: { by: 'points', each: 100 }, tiers: [tier('top', '登高奖', 3, 800)], fallBackTo: null },
        ...{ excludeEarlier: false, alternates: 0, witnesses: [] },
      },
    ],
    integrity: { minimumSeconds: 20, review: false, appealDays: 3 },
  },
  /** Pupils and adults apart, a guardian's consent, the same paper for all on one day, prizes by hand at school. */
  'school-day': {
    who: {
      minimumAge: 8,
      guardian: true,
      organisation: { need: 'required', individual: false, people: [] },
      tracks: [
        { id: 'pupils', name: said('小学组'), fromAge: 8, toAge: 12 },
        { id: 'youth', name: said('中学组'), fromAge: 13, toAge: 18 },
      ],
    },
    identity: { name: required('entry'), number: required('entry'), duplicates: 'struck-out' },
    paper: { draw: 'daily', total: 10, points: samePoints(10) },
    attempts: { total: null, perDay: 1, perWeek: 5 },
    counts: { by: 'perfect-days' },
    feedback: { answers: 'at-close', score: 'at-close', rank: false },
    awards: { tiers: [tier('gold', '金奖', 10), tier('silver', '银奖', 30)], cut: 'lot', perTrack: true },
    publicity: { name: 'ends', phone: 'hidden', organisation: 'hidden', noticeDays: 5, objectionsTo: '023-6300 0000' },
    groupAwards: [
      {
        ...{ id: 'schools', name: said('优秀组织奖'), of: 'organisations', count: 10, minimumSize: 30 },
        ...{ by: { by: 'mix', entrants: 60, rate: 0, mean: 40, total: 0 }, prize: said('奖牌') },
      },
    ],
  },
  /** Companies' staff by invitation: marks by kind, partial marks, one attempt, address at the claim only. */
  'companies-invited': {
    who: { entry: { by: 'invited' } },
    identity: { idNumber: { ...required('claim'), lastDigits: 6 }, address: required('claim') },
    paper: {
      ...{ total: 30, points: { single: 3, multiple: 5, truefalse: 2, case: 5 }, partial: { by: 'fixed', points: 2 } },
      blueprint: [
        { chapter: 3, kind: 'single', level: 2, count: 14 },
        { chapter: null, kind: 'multiple', level: null, count: 6 },
        { chapter: null, kind: 'truefalse', level: 1, count: 10 },
      ],
      tolerance: { score: 1, time: 3 },
    },
    clock: { seconds: 2400, graceSeconds: 5 },
    attempts: { total: 2 },
    counts: { by: 'first' },
    awards: { onePrizeEach: false, rollDown: false, cut: 'none' },
    claim: { days: 14, alternates: true, eraseAfterDays: 60 },
    publicity: { formats: ['page', 'pdf'], answerKey: false, errata: false },
  },
  /** A warm-up and practice first, then learning until right, instant prizes, districts by their rate. */
  'learn-and-win': {
    calendar: { warmUp: day(0, 1), practice: day(0, 29) },
    attempts: { total: 10, untilRight: true },
    counts: { by: 'passed-papers' },
    paper: { passMark: 60, partial: { by: 'share' } },
    ties: ['fewer-attempts', 'shared'],
    draws: [
      {
        ...{ id: 'now', name: said('即开奖'), when: 'instant', oneIn: 50, qualify: { by: 'pass' } },
        ...{ chances: { by: 'person' }, tiers: [tier('small', '即开奖', 100, 20)], fallBackTo: null },
        ...{ excludeEarlier: true, alternates: 0, witnesses: [] },
      },
    ],
    groupAwards: [
      {
        ...{ id: 'districts', name: said('区县组织奖'), of: 'regions', count: 5, minimumSize: 100 },
        ...{ by: { by: 'rate' }, prize: said('奖牌') },
      },
    ],
  },
}

const contest = (slug: string, rules: ContestRules) => ({
  ...{ slug, rules, ...window, sets: [] },
  title: said(slug),
  summary: said('试'),
})
const ask = async (method: 'GET' | 'POST', path: string, payload?: object) => {
  const headers = { host: 'localhost', cookie: `__Host-session=${session}` }
  return app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) })
}

/** Paths of values that differ from the usual ones, lists as wholes. */
const changed = (here: unknown, usual: unknown, path: string[] = []): string[][] => {
  if (JSON.stringify(here) === JSON.stringify(usual)) return []
  const isPart = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isPart(here) || !isPart(usual)) return [path]
  const [own, other] = [here, usual].map(value =>
    Object.keys(value as object)
      .sort()
      .join(),
  )
  // One of several forms: there is nothing to put back inside it.
  if (own !== other) return [path]
  return Object.entries(here as object).flatMap(([key, value]) =>
    changed(value, (usual as Record<string, unknown>)[key], [...path, key]),
  )
}
const without = <T>(value: T, usual: unknown, [key = '', ...rest]: string[]): T => ({
  ...value,
  [key]:
    rest.length === 0
      ? (usual as Record<string, unknown>)[key]
      : without((value as Record<string, unknown>)[key], (usual as Record<string, unknown>)[key], rest),
})

describe.each(Object.entries(notices))('The notice %s', (slug, change) => {
  const rules = rulesWith(change)

  it('is set up as it is written', async () => {
    const made = await ask('POST', '/staff/contests', contest(slug, rules))
    expect([made.statusCode, made.json().detail]).toEqual([201, undefined])
    expect((await ask('GET', `/staff/contests/${slug}`)).json().rules).toEqual(rules)
  })

  it.each(['zh', 'en'] as const)('says each of its options to everybody (%s)', locale => {
    const told = (some: ContestRules) => JSON.stringify(explained(some, window, locale))
    const silent = changed(rules, usualRules).filter(path => told(without(rules, usualRules, path)) === told(rules))
    expect(silent.map(path => path.join('.'))).toEqual([])
  })
})

/** What the law and policy forbid, each as an organizer might try it. */
const forbidden: [string, RulesChange][] = [
  ['extras.feeYuan', { extras: { feeYuan: 5 } }],
  ['extras.boughtPoints', { extras: { boughtPoints: 1 } }],
  ['extras.signInPoints', { extras: { signInPoints: 2 } }],
  ['extras.sharePoints', { extras: { sharePoints: 3 } }],
  ['extras.onlinePoints', { extras: { onlinePoints: 1 } }],
  ['extras.shareAttempts', { extras: { shareAttempts: 1 } }],
  ['who.staffMayWin', { who: { staffMayWin: true } }],
  ['who.guardian', { who: { minimumAge: 10 } }],
  ['identity.idNumber.at', { identity: { idNumber: { ...required('entry'), lastDigits: 18 } } }],
  ['identity.address.at', { identity: { address: required('entry') } }],
  [
    'draws.0.tiers.0.value',
    {
      draws: (notices['learn-and-win']?.draws ?? []).map(draw => ({
        ...draw,
        qualify: { by: 'finished' },
        tiers: [tier('car', '汽车', 1, 50_001)],
      })),
    },
  ],
]

it.each(forbidden)(
  'What must not be is refused at its field, with the reason and the way out: %s',
  async (where, change) => {
    const refused = async (locale: string) =>
      (await ask('POST', `/staff/contests?locale=${locale}`, contest('forbidden', rulesWith(change)))).json()
    const [zh, en] = [await refused('zh'), await refused('en')]
    expect([zh.code, zh.where]).toEqual(['rules-refused', `rules.${where}`])
    for (const words of [zh.why, zh.way]) expect(words).toMatch(/\p{Script=Han}.*。$/u)
    for (const words of [en.why, en.way]) expect(words).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u)
  },
)
