/** Who is one person with two phones, as far as a claim tells. */
import type { ContestRules } from '../contest/rules.ts'
import type { ClaimData } from './claim.ts'

interface Known {
  /** As `keptFields` gives them. */
  fields: ClaimData
  /** Of the account and of the entry: asked before the contest and not again. */
  name: string | null
  number: string | null
}

/** All eighteen digits are one person's; fewer are, with the name. */
const wholeId = 18

/**
 * What nobody else gives for a prize of the contest: the ID number, its last digits with the name, or the employee's or
 * student's number with the name.
 * @returns null where too little was given to tell one person from another
 */
export function personKey({ identity }: ContestRules, { fields, ...known }: Known): string | null {
  const name = oneSpelling(fields.name ?? known.name)
  const number = oneSpelling(fields.number ?? known.number)
  const { idNumber } = fields
  if (idNumber && identity.idNumber.lastDigits === wholeId) return `id ${idNumber}`
  if (name === '') return null
  if (idNumber) return `last digits ${idNumber} ${name}`
  return number === '' ? null : `number ${number} ${name}`
}

const oneSpelling = (value: string | null): string => (value ?? '').normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** Whether winners are asked for something by which two phones of one person show. */
export function tellsPeople({ identity }: Pick<ContestRules, 'identity'>): boolean {
  const { name, idNumber, number } = identity
  if (idNumber.need !== 'off' && idNumber.lastDigits === wholeId) return true
  return name.need !== 'off' && (idNumber.need !== 'off' || number.need !== 'off')
}

export interface Claimant {
  account: number
  /** When the first paper was started. */
  since: number
}

/**
 * What the rules say of somebody who claims, when others have claimed with the same identity.
 * @returns whether the claim is refused, and whom a person should look at
 */
export function duplicatesOf(
  rules: Pick<ContestRules, 'identity'>,
  mine: Claimant,
  others: readonly Claimant[],
): { refused: boolean; look: number[] } {
  if (others.length === 0) return { refused: false, look: [] }
  const all = [mine, ...others]
  const { duplicates } = rules.identity
  switch (duplicates) {
    case 'struck-out':
      return { refused: false, look: all.map(({ account }) => account) }
    case 'first-counts': {
      const [first] = all.toSorted((a, b) => a.since - b.since || a.account - b.account)
      const look = all.filter(one => one !== first).map(({ account }) => account)
      return { refused: first !== mine, look }
    }
    default:
      return duplicates satisfies never
  }
}
