/** Last year's contest for this year: everything is taken over, every date moves by the same span. */
import type { ContestRules } from './rules.ts'
import type { ContestDraft } from './setup.ts'

/** @param opensAt when the copy opens; everything else keeps its distance to that */
export function copyOf(
  held: ContestDraft,
  given: { slug: string; title: ContestDraft['title']; opensAt: number },
): ContestDraft {
  const by = given.opensAt - held.opensAt
  return { ...held, ...given, closesAt: held.closesAt + by, rules: moved(held.rules, by) }
}

function moved(rules: ContestRules, by: number): ContestRules {
  const { stages, warmUp, practice, announcedAt, claimsUntil } = rules.calendar
  const span = <S extends { opensAt: number; closesAt: number }>(one: S): S => {
    return { ...one, opensAt: one.opensAt + by, closesAt: one.closesAt + by }
  }
  return {
    ...rules,
    calendar: {
      ...rules.calendar,
      stages: stages.map(span),
      warmUp: warmUp && span(warmUp),
      practice: practice && span(practice),
      announcedAt: announcedAt === null ? null : announcedAt + by,
      claimsUntil: claimsUntil === null ? null : claimsUntil + by,
    },
  }
}
