/** What law and policy forbid, whatever the organizer wishes. */
import type { ContestRules } from '../rules.ts'
import { type RuleProblem, when } from './problem.ts'

/** 《规范促销行为暂行规定》, article 17: a prize of a lottery is worth at most 50,000 yuan. */
const mostLotteryYuan = 50_000
/** 《个人信息保护法》, article 31: a guardian consents for whoever is under fourteen. */
export const guardianBelow = 14

export const lawProblems = (rules: ContestRules): RuleProblem[] => [
  ...bought(rules.extras),
  ...when(rules.who.staffMayWin, 'who.staffMayWin', 'staff-win'),
  ...when(rules.who.minimumAge < guardianBelow && !rules.who.guardian, 'who.guardian', 'guardian-missing', {
    age: guardianBelow,
  }),
  ...atEntry(rules.identity),
  ...rules.draws.flatMap((draw, i) =>
    draw.tiers.flatMap(({ value }, j) =>
      when(value > mostLotteryYuan, `draws.${i}.tiers.${j}.value`, 'lottery-value', { most: mostLotteryYuan, value }),
    ),
  ),
]

/** Nobody pays, in money or in points; and nothing counts but answers. */
const bought = (extras: ContestRules['extras']): RuleProblem[] => [
  ...when(extras.feeYuan > 0, 'extras.feeYuan', 'fee'),
  ...when(extras.boughtPoints > 0, 'extras.boughtPoints', 'bought-points'),
  ...when(extras.signInPoints > 0, 'extras.signInPoints', 'sign-in-points'),
  ...when(extras.sharePoints > 0, 'extras.sharePoints', 'share-points'),
  ...when(extras.onlinePoints > 0, 'extras.onlinePoints', 'online-points'),
  ...when(extras.shareAttempts > 0, 'extras.shareAttempts', 'share-attempts'),
]

/** Sensitive data is asked from winners alone, when they claim. */
const atEntry = ({ idNumber, address }: ContestRules['identity']): RuleProblem[] => [
  ...when(idNumber.need !== 'off' && idNumber.at === 'entry', 'identity.idNumber.at', 'id-at-entry'),
  ...when(address.need !== 'off' && address.at === 'entry', 'identity.address.at', 'address-at-entry'),
]
