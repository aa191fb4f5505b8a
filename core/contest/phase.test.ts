import { expect, it } from 'vitest'
import { phaseAt } from './phase.ts'
import { contestRules, usualRules } from './rules.ts'

const contest = { publishedAt: 0, opensAt: 100, closesAt: 200 }

it('is announced until it opens, open until it closes, closed from that instant on', () => {
  expect([99, 100, 199, 200].map(now => phaseAt(contest, now))).toEqual(['announced', 'open', 'open', 'closed'])
})

it('is a draft until it is published, whatever the time', () => {
  expect(phaseAt({ ...contest, publishedAt: null }, 150)).toBe('draft')
})

it('rules refuse what no contest can mean', () => {
  const wrong = [
    { paper: { ...usualRules.paper, total: 0 } },
    { clock: { ...usualRules.clock, seconds: 5 } },
    { clock: { ...usualRules.clock, graceSeconds: 6 } },
    { attempts: { ...usualRules.attempts, total: 0 } },
    { ties: ['dice'] },
    { counts: { by: 'mean' } },
    { extra: 1 },
  ]
  expect(contestRules.safeParse(usualRules).success).toBe(true)
  for (const change of wrong) expect(contestRules.safeParse({ ...usualRules, ...change }).success).toBe(false)
})
