/** What is wrong with a question while it is being written: by field, so that each problem leads to its place. */
import { letterAt } from '../bank/answer.ts'
import { relativeDates } from '../bank/check.ts'
import { comparable, longest, refersToOthers } from '../bank/draft.ts'
import { figuresThatDiffer } from '../bank/figures.ts'
import { type ProblemCode, type ProblemData, severityOf } from '../bank/problem.ts'
import type { LocalText } from '../locale.ts'
import { maximumOptions, optionsIn, type QuestionDraft } from './question.ts'

/** Beyond what a row of a sheet can have. */
export const editCodes = [
  'source-missing',
  'law-unknown',
  'article-unreadable',
  'article-law-missing',
  'key-long',
  'figures-differ',
  'date-needed',
  'english-missing',
  'reason-missing',
  'near',
] as const
export type EditCode = (typeof editCodes)[number] | ProblemCode

export interface EditProblem {
  /** An error keeps the question from being saved; a warning does not. */
  severity: 'error' | 'warning'
  /** Id of the field: 'stem-zh', 'option-2-zh', 'right-0', 'source-0-article'. */
  field: string
  code: EditCode
  data: ProblemData
}

const editErrors = new Set<EditCode>(['law-unknown', 'article-unreadable', 'article-law-missing'])

/** What the handbook knows. */
export interface EditKnown {
  chapters: ReadonlySet<number>
  /** Entry → chapter. */
  entries: ReadonlyMap<string, number>
  laws: ReadonlySet<string>
}

/** @returns every problem, errors first, in the order of the fields */
export function editProblems(draft: QuestionDraft, known: EditKnown): EditProblem[] {
  const found: EditProblem[] = []
  const say = (field: string, code: EditCode, data: ProblemData = {}) =>
    found.push({ field, code, data, severity: severity(code) })
  textProblems(draft, say)
  if (draft.kind !== 'truefalse') optionProblems(draft, say)
  keyProblems(draft, say)
  explanationProblems(draft, say)
  sourceProblems(draft, known, say)
  placeProblems(draft, known, say)
  return found.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'))
}

type Say = (field: string, code: EditCode, data?: ProblemData) => void

const severity = (code: EditCode): 'error' | 'warning' => {
  if (editErrors.has(code)) return 'error'
  return isProblemCode(code) ? severityOf(code) : 'warning'
}
const isProblemCode = (code: EditCode): code is ProblemCode => !editCodes.some(one => one === code)

function textProblems({ kind, face: { scenario, stem }, face }: QuestionDraft, say: Say): void {
  if (stem.zh === '') say('stem-zh', 'stem-missing')
  else if (stem.en === '') say('stem-en', 'english-missing')
  if (kind === 'case' && !scenario?.zh) say('scenario-zh', 'scenario-missing')
  tooLong(stem, 'stem', longest.stem, say)
  if (scenario) tooLong(scenario, 'scenario', longest.scenario, say)
  for (const figure of differing(scenario)) say('scenario-en', 'figures-differ', { figure })
  for (const figure of differing(stem)) say('stem-en', 'figures-differ', { figure })
  for (const word of relativeDates({ face })) say('stem-zh', 'date-needed', { word })
}

function optionProblems({ face: { options } }: QuestionDraft, say: Say): void {
  if (options.length < 2) say(`option-${options.length}-zh`, 'options-few', { count: options.length })
  if (options.length > maximumOptions) say(`option-${maximumOptions}-zh`, 'options-many', { most: maximumOptions })
  const seen = new Map<string, number>()
  for (const [at, option] of options.entries()) {
    const field = `option-${at}-zh`
    if (option.zh === '') {
      say(field, 'option-gap', { letter: letterAt(at) })
      continue
    }
    if (refersToOthers.test(option.zh) || refersToOthers.test(option.en))
      say(field, 'option-refers', { text: option.zh })
    const text = comparable(option.zh)
    const twin = seen.get(text)
    if (twin === undefined) seen.set(text, at)
    else say(field, 'options-equal', { first: letterAt(twin), second: letterAt(at), text: option.zh })
    tooLong(option, `option-${at}`, longest.option, say)
    for (const figure of differing(option)) say(`option-${at}-en`, 'figures-differ', { figure })
  }
}

/** How much longer than every wrong option the key may be before it gives itself away: half as much again, and six letters. */
const telling = { times: 1.5, letters: 6 }

function keyProblems({ kind, face: { options }, right }: QuestionDraft, say: Say): void {
  const keys = optionsIn(right).filter(at => at < options.length)
  if (keys.length === 0) say('right-0', 'answer-missing')
  else if (kind === 'multiple' && keys.length === 1)
    say('right-0', 'answer-one', { answer: letterAt(keys[0] as number) })
  else if (kind !== 'multiple' && keys.length > 1)
    say('right-0', 'answer-several', { answer: keys.map(letterAt).join('') })
  else if (kind === 'multiple' && keys.length === options.length) say('right-0', 'answer-all')
  const [key] = keys
  if (key === undefined || keys.length > 1 || kind === 'truefalse') return
  const length = options[key]?.zh.length ?? 0
  const other = Math.max(0, ...options.filter((_, at) => at !== key).map(option => option.zh.length))
  if (length >= other * telling.times && length >= other + telling.letters)
    say(`option-${key}-zh`, 'key-long', { letter: letterAt(key), length, other })
}

function explanationProblems({ explanation }: QuestionDraft, say: Say): void {
  if (explanation.zh === '') say('explanation-zh', 'explanation-missing')
  tooLong(explanation, 'explanation', longest.explanation, say)
  for (const figure of differing(explanation)) say('explanation-en', 'figures-differ', { figure })
}

function sourceProblems({ sources }: QuestionDraft, { laws }: EditKnown, say: Say): void {
  if (sources.length === 0) say('source-0-law', 'source-missing')
  for (const [at, { law, article }] of sources.entries()) {
    if (law === '') say(`source-${at}-law`, 'article-law-missing', { article })
    else if (!laws.has(law)) say(`source-${at}-law`, 'law-unknown', { law })
    if (!/^\d{1,4}(-\d{1,2})?$/.test(article)) say(`source-${at}-article`, 'article-unreadable', { article })
  }
}

function placeProblems(draft: QuestionDraft, { chapters, entries }: EditKnown, say: Say): void {
  const { chapter, entryId, validFrom, validTo, levelReason } = draft
  if (chapter !== null && !chapters.has(chapter)) say('chapter', 'chapter-unknown', { chapter })
  if (entryId !== null && !entries.has(entryId)) say('entry', 'entry-unknown', { entry: entryId })
  if (!levelReason?.zh) say('reason-zh', 'reason-missing')
  if (validFrom && validTo && validFrom > validTo) say('validTo', 'dates-reversed', { from: validFrom, to: validTo })
}

function tooLong({ zh, en }: LocalText, field: string, most: number, say: Say): void {
  if (zh.length > most) say(`${field}-zh`, 'text-long', { length: zh.length, most })
  if (en.length > most) say(`${field}-en`, 'text-long', { length: en.length, most })
}

const differing = (text: LocalText | null): string[] =>
  text && text.zh !== '' && text.en !== '' ? figuresThatDiffer(text).map(String) : []
