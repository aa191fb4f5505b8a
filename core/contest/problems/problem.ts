/** What may be wrong with rules whose every field is right by itself. */
export const ruleProblemCodes = [
  'fee',
  'bought-points',
  'sign-in-points',
  'share-points',
  'online-points',
  'share-attempts',
  'staff-win',
  'lottery-value',
  'id-at-entry',
  'address-at-entry',
  'guardian-missing',
  'list-empty',
  'organisation-needed',
  'age-order',
  'track-too-young',
  'named-twice',
  'span-order',
  'stage-outside',
  'stage-overlap',
  'stage-short',
  'warm-up-late',
  'announced-early',
  'claim-early',
  'freeze-long',
  'stages-missing',
  'limit-above',
  'best-of-more',
  'question-longer',
  'minimum-above-clock',
  'blueprint-sum',
  'blueprint-kinds',
  'pass-mark-high',
  'pass-mark-missing',
  'partial-high',
  'out-after-high',
  'answers-tell-others',
  'answers-tell-score',
  'rank-tells-score',
  'until-right-tells',
  'ties-without-end',
  'ties-after-end',
  'ties-twice',
  'award-without-count',
  'draw-without-prizes',
  'odds-missing',
  'odds-unused',
  'days-above-window',
  'fall-back-unclear',
  'fall-back-high',
  'weights-sum',
  'people-missing',
  'organisations-off',
  'stage-unknown',
  'final-first',
] as const

export type RuleProblemCode = (typeof ruleProblemCodes)[number]

export interface RuleProblem {
  /** Path inside the rules: 'draws.0.tiers.1.value'. */
  field: string
  code: RuleProblemCode
  /** Figures for the words. */
  data: Record<string, number>
}

export const problem = (field: string, code: RuleProblemCode, data: Record<string, number> = {}): RuleProblem => ({
  field,
  code,
  data,
})

/** One problem when it is so, or none. */
export const when = (
  wrong: boolean,
  field: string,
  code: RuleProblemCode,
  data?: Record<string, number>,
): RuleProblem[] => (wrong ? [problem(field, code, data)] : [])

/** Every id after its first use. */
export const named = (field: string, items: readonly { id: string }[]): RuleProblem[] =>
  items.flatMap(({ id }, i) => when(items.findIndex(item => item.id === id) !== i, `${field}.${i}.id`, 'named-twice'))

export interface Window {
  opensAt: number
  closesAt: number
}
