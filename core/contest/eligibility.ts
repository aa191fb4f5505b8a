/** Whether a person may enter a contest at all, and what they still have to say. */
import { guardianBelow } from './problems/law.ts'
import type { ContestRules } from './rules.ts'

/** What is known of a person for this contest. */
export interface Entrant {
  /** In the contest's edition; null: none chosen, or one that is not in it. */
  region: string | null
  /** Public id. Null: none named. */
  organisation: string | null
  /** Said "个人" instead of an organisation. */
  individual: boolean
  invited: boolean
  track: string | null
  name: string | null
  /** Employee's or student's number. */
  number: string | null
  /** Said to be at least as old as the rules ask. */
  oldEnough: boolean
  /** Said to be fourteen or older. */
  grown: boolean
  /** A guardian's consent was given. */
  guardian: boolean
}

/** Nothing a person can do about it. */
export type Outside = 'region-outside' | 'organisation-outside' | 'not-invited'
/** What a person has to say first. */
export type Missing = 'region' | 'organisation' | 'track' | 'name' | 'number' | 'age' | 'guardian'

/** @returns why one may never enter; null: one is among those for whom the contest is */
export function outside({ who }: Pick<ContestRules, 'who'>, person: Entrant): Outside | null {
  const { entry } = who
  switch (entry.by) {
    case 'open':
      return null
    case 'regions':
      return person.region === null || entry.slugs.includes(person.region) ? null : 'region-outside'
    case 'organisations':
      return person.organisation === null || entry.ids.includes(person.organisation) ? null : 'organisation-outside'
    case 'invited':
      return person.invited ? null : 'not-invited'
    default:
      return entry satisfies never
  }
}

/** What is still to be said before the first attempt, in the order in which it is asked. */
export function missing({ who, identity }: Pick<ContestRules, 'who' | 'identity'>, person: Entrant): Missing[] {
  const { organisation } = who
  const named = person.organisation !== null || (organisation.individual && person.individual)
  const asked = (field: { need: string; at: string }) => field.need === 'required' && field.at === 'entry'
  return [
    ...(person.region === null ? (['region'] as const) : []),
    ...(organisation.need === 'required' && !named ? (['organisation'] as const) : []),
    ...(who.tracks.length > 0 && !who.tracks.some(track => track.id === person.track) ? (['track'] as const) : []),
    ...(asked(identity.name) && !person.name ? (['name'] as const) : []),
    ...(asked(identity.number) && !person.number ? (['number'] as const) : []),
    ...(asksAge(who) && !person.oldEnough ? (['age'] as const) : []),
    ...(asksGuardian(who) && !person.grown && !person.guardian ? (['guardian'] as const) : []),
  ]
}

/** A minimum of fourteen is what using the site asks of everybody; only another one is asked for here. */
export const asksAge = ({ minimumAge }: ContestRules['who']): boolean => minimumAge > guardianBelow

/** Where younger ones may enter, each says whether they are fourteen, or who has agreed. */
export const asksGuardian = ({ minimumAge, guardian }: ContestRules['who']): boolean =>
  guardian && minimumAge < guardianBelow
