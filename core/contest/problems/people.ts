/** Contradictions about who may enter. */
import type { ContestRules } from '../rules.ts'
import { named, type RuleProblem, when } from './problem.ts'

export function peopleProblems({ who }: ContestRules): RuleProblem[] {
  const { entry, organisation, tracks, minimumAge } = who
  return [
    ...when(entry.by === 'regions' && entry.slugs.length === 0, 'who.entry.slugs', 'list-empty'),
    ...when(entry.by === 'organisations' && entry.ids.length === 0, 'who.entry.ids', 'list-empty'),
    ...when(
      entry.by === 'organisations' && (organisation.need !== 'required' || organisation.individual),
      'who.organisation.need',
      'organisation-needed',
    ),
    ...named('who.tracks', tracks),
    ...named('who.organisation.people', organisation.people),
    ...tracks.flatMap(({ fromAge, toAge }, i) =>
      when(fromAge !== null && toAge !== null && fromAge > toAge, `who.tracks.${i}.toAge`, 'age-order'),
    ),
    // Nobody could ever be in it.
    ...tracks.flatMap(({ toAge }, i) =>
      when(toAge !== null && toAge < minimumAge, `who.tracks.${i}.toAge`, 'track-too-young', { age: minimumAge }),
    ),
  ]
}
