/** Claiming a prize: what is asked for, until when, and when it is erased. */
import type { ContestRules } from '../contest/rules.ts'
import { dayMs, dayOf, startOfDay } from '../day.ts'
import { type No, no } from '../refusal.ts'

export const claimFields = ['name', 'idNumber', 'number', 'address'] as const
export type ClaimField = (typeof claimFields)[number]
export type ClaimData = Partial<Record<ClaimField, string>>

/** Which words a winner agreed to: messages/zh/claim.ts `consent`. A change of the words is a new version. */
export const claimConsent = '2026-11'

export interface AskedField {
  field: ClaimField
  required: boolean
  /** How many of the ID number's last digits. */
  lastDigits: number | null
}

/** What the rules ask of winners only: what was asked at the entry is not asked again. */
export const askedFields = ({ identity }: ContestRules): AskedField[] =>
  claimFields.flatMap(field => {
    const { need, at } = identity[field]
    if (need === 'off' || at !== 'claim') return []
    return [
      { field, required: need === 'required', lastDigits: field === 'idNumber' ? identity.idNumber.lastDigits : null },
    ]
  })

/** Only what was asked for, in one spelling; nothing else is ever kept. */
export const keptFields = (rules: ContestRules, given: ClaimData): ClaimData =>
  Object.fromEntries(
    askedFields(rules).flatMap(({ field }) => {
      const value = given[field]?.normalize('NFKC').replace(/\s+/g, ' ').trim() ?? ''
      return value === '' ? [] : [[field, field === 'idNumber' ? value.toUpperCase() : value]]
    }),
  )

/** @param kept as `keptFields` gives them @returns refusal claim-field with its field as `where`, or null */
export function claimProblem(rules: ContestRules, kept: ClaimData): No | null {
  const wrong = askedFields(rules).find(({ field, required, lastDigits }) => {
    const value = kept[field]
    return value === undefined ? required : !isRight[field](value, lastDigits ?? 18)
  })
  return wrong ? no('claim-field', { where: wrong.field }) : null
}

const isRight: Record<ClaimField, (value: string, lastDigits: number) => boolean> = {
  name: value => [...value].length <= 30 && /^[\p{L}\p{M}·.'’ -]+$/u.test(value),
  idNumber: (value, lastDigits) =>
    value.length === lastDigits && /^\d*[\dX]$/.test(value) && (lastDigits < 18 || isIdNumber(value)),
  number: value => /^[\p{L}\d-]{1,40}$/u.test(value),
  address: value => [...value].length >= 6 && [...value].length <= 200,
}

/** GB 11643-1999: seventeen digits, weighted, and a check digit modulo 11. */
export function isIdNumber(value: string): boolean {
  if (!/^\d{17}[\dX]$/.test(value)) return false
  const weighted = [...value.slice(0, 17)].reduce((sum, digit, i) => sum + Number(digit) * (2 ** (17 - i) % 11), 0)
  return '10X98765432'[weighted % 11] === value[17]
}

/**
 * The end of the day on which a prize must be claimed, and of the day on which what was given for it is erased.
 * @param calledAt when the winner was published, or the alternate called up
 */
export function claimDates(rules: ContestRules, calledAt: number): { claimUntil: number; eraseAt: number } {
  const { claimsUntil } = rules.calendar
  const usual = endOfDay(calledAt + rules.claim.days * dayMs)
  // The day that was promised to all; an alternate who is called later has the days that the rules give.
  const claimUntil = claimsUntil !== null && claimsUntil > calledAt ? claimsUntil : usual
  return { claimUntil, eraseAt: endOfDay(claimUntil - 1 + rules.claim.eraseAfterDays * dayMs) }
}

export const endOfDay = (at: number): number => startOfDay(dayOf(at)) + dayMs
