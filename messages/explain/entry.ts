/** Who, when, and what is asked: sentences from the rules. */
import { asksAge, asksGuardian } from '#core/contest/eligibility'
import type { ContestRules } from '#core/contest/rules'
import { tellsPeople } from '#core/prize/person'
import type { Words } from './words.ts'

interface Window {
  opensAt: number
  closesAt: number
}

export function whoLines({ who }: ContestRules, { text, said }: Words): string[] {
  const { entry, organisation, tracks } = who
  const lines = [
    entry.by === 'regions'
      ? text.regions(entry.slugs.length)
      : entry.by === 'organisations'
        ? text.organisations(entry.ids.length)
        : text[entry.by],
  ]
  if (organisation.need === 'required')
    lines.push(organisation.individual ? text.organisationOrSelf : text.organisationNeeded)
  if (organisation.need === 'optional') lines.push(text.organisationOptional)
  if (tracks.length > 0)
    lines.push(
      text.tracks(
        tracks
          .map(
            ({ name, fromAge, toAge }) =>
              said(name) + (fromAge === null && toAge === null ? '' : text.ages(fromAge, toAge)),
          )
          .join(text.join),
      ),
    )
  if (asksAge(who) || !asksGuardian(who)) lines.push(text.minimumAge(who.minimumAge))
  if (asksGuardian(who)) lines.push(text.guardian)
  return [...lines, text.staff]
}

export function whenLines({ calendar }: ContestRules, window: Window, { text, moment, said }: Words): string[] {
  const { stages, warmUp, practice, announcedAt, dayStartsHour } = calendar
  const lines = [text.window(moment(window.opensAt), moment(window.closesAt))]
  for (const { name, opensAt, closesAt } of stages)
    lines.push(text.stage(said(name), moment(opensAt), moment(closesAt)))
  if (stages.length > 0) lines.push(text.between)
  if (dayStartsHour > 0) lines.push(text.dayStarts(dayStartsHour))
  if (warmUp) lines.push(text.warmUp(moment(warmUp.opensAt), moment(warmUp.closesAt)))
  if (practice) lines.push(text.practice(moment(practice.opensAt), moment(practice.closesAt)))
  if (announcedAt !== null) lines.push(text.announced(moment(announcedAt)))
  return lines
}

/** What is asked at one moment, in words; empty when nothing is. */
export function asked({ identity }: ContestRules, at: 'entry' | 'claim', { text }: Words): string {
  return (['name', 'idNumber', 'number', 'address'] as const)
    .filter(name => identity[name].need !== 'off' && identity[name].at === at)
    .map(
      name =>
        text.field[name](identity.idNumber.lastDigits) + (identity[name].need === 'optional' ? text.optional : ''),
    )
    .join(text.join)
}

export function dataLines(rules: ContestRules, words: Words): string[] {
  const { text } = words
  const { minimumSeconds, review, appealDays } = rules.integrity
  const entry = asked(rules, 'entry', words)
  return [
    text.phoneOnly,
    ...(entry === '' ? [] : [text.atEntry(entry)]),
    text.noId,
    text.duplicates[tellsPeople(rules) ? rules.identity.duplicates : 'untold'],
    ...(minimumSeconds > 0 ? [text.minimumSeconds(minimumSeconds)] : []),
    ...(review ? [text.review] : []),
    ...(appealDays > 0 ? [text.appeal(appealDays)] : []),
    text.onlyAnswers,
  ]
}
