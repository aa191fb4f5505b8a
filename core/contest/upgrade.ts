/** Rules as older versions stored them, in today's form. What was promised stays word for word the same. */
import { type ContestRules, usualRules } from './rules.ts'
import { samePoints } from './size.ts'

/** Version 1: one paper at random, one award to the first n. */
export interface RulesOfVersion1 {
  version: 1
  paper: { total: number; points: number }
  clock: { seconds: number; graceSeconds: number }
  attempts: { total: number }
  counts: 'first' | 'last' | 'best'
  ties: ('less-time' | 'earlier-finish' | 'shared')[]
  feedback: { answers: 'after-finish' | 'at-close' | 'never'; rank: boolean }
  winners: number
}

/** Called for each row that is read: rules of this version pass as they are. */
export const upgraded = (stored: ContestRules | RulesOfVersion1): ContestRules =>
  stored.version === 1 ? fromVersion1(stored) : stored

function fromVersion1({ paper, clock, attempts, counts, ties, feedback, winners }: RulesOfVersion1): ContestRules {
  const shared = ties.indexOf('shared')
  return {
    ...usualRules,
    paper: {
      ...usualRules.paper,
      total: paper.total,
      points: samePoints(paper.points),
      // Version 1 promised no balance.
      tolerance: { score: 100, time: 100 },
    },
    clock: { ...clock, questionSeconds: null },
    attempts: { ...usualRules.attempts, total: attempts.total },
    counts: { by: counts },
    // In version 1 a list might end without 'shared', and equals shared a rank all the same.
    ties: [...(shared < 0 ? ties : ties.slice(0, shared)), 'shared'],
    feedback: {
      ...usualRules.feedback,
      answers: feedback.answers === 'after-finish' ? 'at-once' : feedback.answers,
      rank: feedback.rank,
    },
    awards: {
      ...usualRules.awards,
      tiers: usualRules.awards.tiers.flatMap(tier => (winners > 0 ? { ...tier, count: winners } : [])),
    },
    integrity: { ...usualRules.integrity, minimumSeconds: 0 },
  }
}
