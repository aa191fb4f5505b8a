/** How a winner is named in public. */
import type { ContestRules } from '../contest/rules.ts'

type Publicity = ContestRules['publicity']

/**
 * 张*, 张**, 张*丰 as the rules say, once the person has agreed to be named.
 * @returns null: no name is shown
 */
export function publicName(name: string | null, agreed: boolean, pattern: Publicity['name']): string | null {
  const characters = [...(name ?? '')]
  const [first, last] = [characters[0], characters.at(-1)]
  if (!agreed || first === undefined) return null
  switch (pattern) {
    case 'surname':
      return `${first}*`
    case 'surname-two':
      return `${first}**`
    case 'ends':
      return characters.length > 2 ? `${first}*${last}` : `${first}*`
    case 'hidden':
      return null
    default:
      return pattern satisfies never
  }
}

/** @param phone 11 digits */
export function publicPhone(phone: string | null, pattern: Publicity['phone']): string | null {
  if (phone === null) return null
  switch (pattern) {
    case 'ends':
      return `${phone.slice(0, 3)}****${phone.slice(-4)}`
    case 'last-four':
      return `*******${phone.slice(-4)}`
    case 'hidden':
      return null
    default:
      return pattern satisfies never
  }
}
