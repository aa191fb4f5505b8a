/** The contest form's fields → what the API takes, and what is missing or out of range. */
import type { Plain } from '#app/plain'
import { momentFrom } from '#core/contest/moment'
import type { ContestRules } from '#core/contest/rules'
import type { ContestDraft } from '#core/contest/setup'
import { samePoints } from '#core/contest/size'
import { fill } from '#core/fill'
import type { Problem } from '#core/wire'
import type { Messages } from '#messages/zh'
import { type FormError, said } from './use-form.ts'

type Text = Plain<Messages['setup']>

/** Whole numbers with their borders, as core/contest/rules.ts has them. */
export const numbers = {
  total: [1, 200],
  points: [1, 100],
  minutes: [1, 1440],
  grace: [0, 5],
  attempts: [1, 100],
  winners: [0, 100_000],
} as const
type NumberField = keyof typeof numbers
const numberFields = Object.keys(numbers) as NumberField[]

/** @param held what the contest has: the parts of the rules that the form does not show stay as they are */
export function readContest(
  fields: FormData,
  held: ContestRules,
  text: Text,
): { draft: ContestDraft } | { errors: FormError[] } {
  const number = Object.fromEntries(numberFields.map(name => [name, wholeNumber(said(fields, name), numbers[name])]))
  const opensAt = momentFrom(said(fields, 'opensAt'))
  const closesAt = momentFrom(said(fields, 'closesAt'))
  const title = { zh: said(fields, 'titleZh'), en: said(fields, 'titleEn') }
  const slug = said(fields, 'slug')
  const errors: FormError[] = [
    ...(title.zh === '' ? [{ field: 'titleZh', text: text.wrong.title }] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) ? [] : [{ field: 'slug', text: text.wrong.slug }]),
    ...(opensAt === null ? [{ field: 'opensAt', text: text.wrong.opensAt }] : []),
    ...(closesAt === null ? [{ field: 'closesAt', text: text.wrong.closesAt }] : []),
    ...numberFields.flatMap(field => {
      const [least, most] = numbers[field]
      return number[field] === null ? [{ field, text: fill(text.wrong.number, { least, most }) }] : []
    }),
  ]
  if (errors.length > 0) return { errors }
  const value = number as Record<NumberField, number>
  return {
    draft: {
      slug,
      title,
      summary: { zh: said(fields, 'summaryZh'), en: said(fields, 'summaryEn') },
      opensAt: opensAt as number,
      closesAt: closesAt as number,
      rules: {
        ...held,
        paper: { ...held.paper, total: value.total, points: pointsFor(held.paper, value.points) },
        clock: { ...held.clock, seconds: value.minutes * 60, graceSeconds: value.grace },
        attempts: { ...held.attempts, total: value.attempts },
        counts: countsFor(held.counts, said(fields, 'counts')),
        ties: tiesFor(held.ties, said(fields, 'ties')),
        feedback: { ...held.feedback, answers: said(fields, 'answers') as 'never', rank: fields.has('rank') },
        awards: awardsFor(held.awards, value.winners),
      },
      sets: fields.getAll('sets').map(String),
    },
  }
}

/** One number of points for every kind: kinds that differ stay as they are until one is written. */
const pointsFor = (held: ContestRules['paper'], points: number): ContestRules['paper']['points'] =>
  points === held.points.single ? held.points : samePoints(points)

const countsFor = (held: ContestRules['counts'], by: string): ContestRules['counts'] =>
  by === held.by || by === '' ? held : { by: by as 'best' }

/** Nothing is chosen when the contest has an order that the form does not offer. */
const tiesFor = (held: ContestRules['ties'], written: string): ContestRules['ties'] =>
  written === '' ? held : (written.split(',') as ContestRules['ties'])

/** The form knows one tier; several stay as they are. */
const awardsFor = (held: ContestRules['awards'], winners: number): ContestRules['awards'] =>
  held.tiers.length > 1 || held.tiers.length === 0
    ? held
    : { ...held, tiers: winners === 0 ? [] : held.tiers.map(tier => ({ ...tier, count: winners })) }

function wholeNumber(written: string, [least, most]: readonly [number, number]): number | null {
  const value = Number(written.normalize('NFKC'))
  return /^\d{1,6}$/.test(written.normalize('NFKC')) && value >= least && value <= most ? value : null
}

/** A refusal of the API, at its field and with what to do. */
export function contestError(problem: Problem | null, text: Text, offline: string): FormError {
  if (!problem) return { text: offline }
  const where = String(problem.where ?? '')
  const values = { available: Number(problem.available), needed: Number(problem.needed) }
  switch (problem.code) {
    case 'slug-taken':
      return { field: 'slug', text: text.wrong.slugTaken }
    case 'contest-dates':
      return { field: 'closesAt', text: text.wrong[problem.problem as 'past'] ?? problem.detail }
    case 'contest-no-sets':
      return { field: 'sets', text: text.wrong.sets }
    case 'pool-too-small':
      return { field: 'sets', text: fill(text.wrong.pool, values) }
    case 'contest-started':
      return { field: where, text: text.wrong.started }
    default:
      return { text: problem.detail }
  }
}
