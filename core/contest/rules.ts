/**
 * One contest's rules as data: they drive the engine, the set-up form and the public rules. Opening and closing
 * stand beside them, with the contest. What is wrong among right fields says core/contest/problem.ts.
 */
import { z } from 'zod'
import { attempts, calendar, clock, extras } from './rules/calendar.ts'
import { counts, feedback, paper, ties } from './rules/paper.ts'
import { awards, draws, final, groupAwards } from './rules/prizes.ts'
import { claim, integrity, publicity } from './rules/publicity.ts'
import { identity, who } from './rules/who.ts'

export const contestRules = z.strictObject({
  version: z.literal(2),
  who,
  identity,
  calendar,
  paper,
  clock,
  attempts,
  extras,
  counts,
  ties,
  feedback,
  awards,
  draws,
  groupAwards,
  final,
  publicity,
  claim,
  integrity,
})

export type ContestRules = z.infer<typeof contestRules>

const off = { need: 'off', at: 'claim' } as const

/** What a new contest starts from: once, best score, ties by time, then shared; certificates for the first hundred. */
export const usualRules: ContestRules = {
  version: 2,
  who: {
    entry: { by: 'open' },
    organisation: { need: 'optional', individual: true, people: [] },
    tracks: [],
    minimumAge: 14,
    guardian: false,
    staffMayWin: false,
  },
  identity: {
    name: { need: 'optional', at: 'entry' },
    idNumber: { ...off, lastDigits: 4 },
    number: off,
    address: off,
    duplicates: 'first-counts',
  },
  calendar: { dayStartsHour: 0, stages: [], warmUp: null, practice: null, announcedAt: null, claimsUntil: null },
  paper: {
    draw: 'random',
    total: 20,
    points: { single: 5, multiple: 5, truefalse: 5, case: 5 },
    blueprint: [],
    tolerance: { score: 2, time: 5 },
    partial: { by: 'none' },
    wrongCosts: 0,
    outAfter: null,
    passMark: null,
  },
  clock: { seconds: 600, questionSeconds: null, graceSeconds: 3 },
  attempts: { total: 1, perDay: null, perWeek: null, perStage: null, cooldownSeconds: 0, untilRight: false },
  extras: { feeYuan: 0, boughtPoints: 0, signInPoints: 0, sharePoints: 0, onlinePoints: 0, shareAttempts: 0 },
  counts: { by: 'best' },
  ties: ['less-time', 'shared'],
  feedback: { score: 'at-once', answers: 'at-once', rank: true, freezeSeconds: null },
  awards: {
    tiers: [
      {
        id: 'winner',
        name: { zh: '优胜奖', en: 'Winner' },
        count: 100,
        prize: { zh: '荣誉证书', en: 'Certificate' },
        value: 0,
      },
    ],
    cut: 'all',
    perTrack: false,
    onePrizeEach: true,
    rollDown: true,
  },
  draws: [],
  groupAwards: [],
  final: null,
  publicity: {
    name: 'surname-two',
    phone: 'ends',
    organisation: 'shown',
    noticeDays: 7,
    objectionsTo: '',
    formats: ['page', 'xlsx'],
    answerKey: true,
    errata: true,
  },
  claim: { days: 30, alternates: false, eraseAfterDays: 180 },
  integrity: { minimumSeconds: 30, review: true, appealDays: 7 },
}
