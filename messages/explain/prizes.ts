/** Awards, draws, the final, publication and claims: sentences from the rules. */
import type { ContestRules } from '#core/contest/rules'
import { asked } from './entry.ts'
import type { Words } from './words.ts'

type Draw = ContestRules['draws'][number]

const tierLines = (tiers: Draw['tiers'], { text, said, count }: Words): string[] =>
  tiers.map(tier => text.tier(said(tier.name), count(tier.count), said(tier.prize), tier.value))

export function awardLines({ awards, who }: ContestRules, words: Words): string[] {
  const { text } = words
  if (awards.tiers.length === 0) return [text.noAwards]
  return [
    ...tierLines(awards.tiers, words),
    text.cut[awards.cut],
    ...(awards.perTrack && who.tracks.length > 0 ? [text.perTrack] : []),
    ...(awards.onePrizeEach ? [text.onePrizeEach] : []),
    ...(awards.rollDown ? [text.rollDown] : []),
  ]
}

export const drawLines = (rules: ContestRules, words: Words): string[] =>
  rules.draws.length === 0 ? [] : [...rules.draws.flatMap(draw => namedLines(rules, draw, words)), words.text.drawOpen]

/** Of several draws each line says whose it is. */
const namedLines = (rules: ContestRules, draw: Draw, words: Words): string[] =>
  linesOf(rules, draw, words).map((line, i) =>
    i === 0 || rules.draws.length === 1 ? line : words.text.of(words.said(draw.name), line),
  )

function linesOf({ paper }: ContestRules, draw: Draw, words: Words): string[] {
  const { text, said } = words
  const { qualify, chances, fallBackTo, oneIn } = draw
  const qualifies =
    qualify.by === 'pass'
      ? text.qualify.pass(paper.passMark ?? 0)
      : qualify.by === 'perfect-days'
        ? text.qualify['perfect-days'](qualify.days)
        : qualify.by === 'points'
          ? text.qualify.points(qualify.points)
          : text.qualify[qualify.by]
  return [
    `${said(draw.name)} · ${draw.when === 'instant' ? text.drawWhen.instant(oneIn ?? 1) : text.drawWhen[draw.when]}`,
    ...tierLines(draw.tiers, words),
    qualifies,
    chances.by === 'points' ? text.chances.points(chances.each) : text.chances[chances.by],
    fallBackTo === null ? text.noFallBack : text.fallBack(fallBackTo),
    ...(draw.excludeEarlier ? [text.excludeEarlier] : []),
    ...(draw.alternates > 0 ? [text.alternates(draw.alternates)] : []),
    ...(draw.witnesses.length > 0 ? [text.witnesses(draw.witnesses.join(text.join))] : []),
  ]
}

export const groupAwardLines = ({ groupAwards }: ContestRules, { text, said, count }: Words): string[] =>
  groupAwards.map(({ name, of, by, count: places, prize, minimumSize }) =>
    [
      text.groupLine(said(name), text.groupOf[of], count(places), said(prize)),
      by.by === 'mix'
        ? text.groupBy.mix(
            (['entrants', 'rate', 'mean', 'total'] as const)
              .filter(part => by[part] > 0)
              .map(part => text.mixShare(text.mixPart[part], by[part]))
              .join(text.join),
          )
        : text.groupBy[by.by],
      ...(minimumSize > 1 ? [text.minimumSize(minimumSize)] : []),
    ].join(text.space),
  )

export function finalLines({ final, calendar }: ContestRules, { text, said, count }: Words): string[] {
  if (final === null) return []
  const { to, first } = final
  if (to.kind === 'live') return [text.finalLive(count(first))]
  const stage = calendar.stages.find(({ id }) => id === to.stage)
  return stage ? [text.finalStage(count(first), said(stage.name))] : []
}

const hasPrizes = ({ awards, draws }: ContestRules): boolean => awards.tiers.length > 0 || draws.length > 0

export function publicityLines(rules: ContestRules, { text }: Words): string[] {
  const { name, phone, organisation, noticeDays, objectionsTo, formats, answerKey, errata } = rules.publicity
  const shown = [text.name[name], text.phone[phone], organisation === 'shown' ? text.withOrganisation : '']
  const parts = shown.filter(part => part !== '').join(text.join)
  const lists = hasPrizes(rules)
    ? [
        parts === '' ? text.listedBare : text.listed(parts),
        ...(noticeDays > 0
          ? [text.notice(noticeDays), objectionsTo ? text.objections(objectionsTo) : text.objectionsFooter]
          : []),
        ...(formats.length > 0 ? [text.formats(formats.map(format => text.format[format]).join(text.join))] : []),
      ]
    : []
  return [...lists, ...(answerKey ? [text.answerKey] : []), ...(errata ? [text.errata] : [])]
}

export function claimLines(rules: ContestRules, words: Words): string[] {
  if (!hasPrizes(rules)) return []
  const { text, moment } = words
  const { claimsUntil } = rules.calendar
  const { days, alternates, eraseAfterDays } = rules.claim
  const needs = asked(rules, 'claim', words)
  return [
    claimsUntil === null ? text.claimDays(days) : text.claimUntil(moment(claimsUntil)),
    ...(needs === '' ? [] : [text.claimNeeds(needs)]),
    ...(alternates ? [text.claimAlternates] : []),
    text.erase(eraseAfterDays),
  ]
}
