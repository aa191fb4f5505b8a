/** The format of one file in `questions/`: an entry and the questions asked of it. See questions/README.md. */
import { z } from 'zod'
import { type QuestionDraft, truefalseOptions } from '../question/question.ts'
import type { Entry } from './entry.ts'

const text = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) })
const day = z.iso.date()
const level = z.int().min(1).max(5)
/** Twelve characters at most: enough for a figure or a term, too little to copy the law. */
const anchor = z.string().min(1).max(12)

const source = z.strictObject({
  law: z.string().min(1),
  article: z.string().regex(/^\d+(-\d+)?$/, 'an article is a number such as "33" or "219-1"'),
  anchors: z.array(anchor).default([]),
})

const version = z.strictObject({
  valid_from: day,
  valid_to: day.nullish(),
  sources: z.array(source).min(1),
  text,
  example: text,
})

const option = z.strictObject({
  zh: z.string().trim().min(1),
  en: z.string().trim().min(1),
  right: z.literal(true).optional(),
})

const question = z
  .strictObject({
    id: z.string().regex(/^\d{1,2}\.\d{2}-\d+$/),
    kind: z.enum(['single', 'multiple', 'truefalse', 'case']),
    theme: z.enum(['definition', 'life', 'term', 'place']),
    valid_from: day,
    valid_to: day.nullish(),
    sources: z.array(source).min(1),
    level,
    level_reason: text,
    seconds: z.int().min(5).max(300),
    scenario: text.optional(),
    stem: text,
    options: z.array(option).min(2).max(8).optional(),
    answer: z.boolean().optional(),
    explanation: text,
  })
  .superRefine((value, context) => {
    const wrong = keyProblem(value)
    if (wrong) context.addIssue({ code: 'custom', path: [wrong.at], message: wrong.message })
  })

type Written = {
  kind: string
  scenario?: unknown
  options?: { right?: true | undefined }[] | undefined
  answer?: boolean | undefined
}

function keyProblem({ kind, scenario, options, answer }: Written): { at: string; message: string } | null {
  if ((kind === 'case') !== (scenario !== undefined))
    return { at: 'scenario', message: 'a case tells a scenario, the other kinds have none' }
  if (kind === 'truefalse')
    return answer === undefined || options
      ? { at: 'answer', message: 'truefalse has `answer: true` or `answer: false` and no options' }
      : null
  if (answer !== undefined || !options)
    return { at: 'options', message: 'options with `right: true` instead of an answer' }
  const right = options.filter(option => option.right).length
  if (kind === 'multiple')
    return right < 2 || right === options.length
      ? { at: 'options', message: 'multiple choice has at least two right options and one wrong one' }
      : null
  return right === 1 ? null : { at: 'options', message: `exactly one option is right, here ${right} are` }
}

export const entryFile = z.strictObject({
  id: z.string().regex(/^\d{1,2}\.\d{2}$/),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  core: z.boolean(),
  status: z.enum(['verified', 'verify']),
  checked_on: day,
  level,
  title: text,
  versions: z.array(version).min(1),
  related: z.array(z.string()),
  questions: z.array(question),
})

export type EntryFile = z.infer<typeof entryFile>

/** The entry as the product keeps it. */
export const entryOf = (file: EntryFile): Entry => ({
  id: file.id,
  slug: file.slug,
  chapter: chapterOf(file.id),
  core: file.core,
  status: file.status,
  level: file.level,
  checkedOn: file.checked_on,
  title: file.title,
  versions: file.versions.map(({ valid_from, valid_to, ...rest }) => ({
    ...rest,
    validFrom: valid_from,
    validTo: valid_to ?? null,
  })),
  related: file.related,
})

/** The file's questions as drafts; true or false gets its two options. */
export const draftsOf = (file: EntryFile): QuestionDraft[] =>
  file.questions.map(question => ({
    externalId: question.id,
    kind: question.kind,
    chapter: chapterOf(file.id),
    entryId: file.id,
    level: question.level,
    levelReason: question.level_reason,
    seconds: question.seconds,
    validFrom: question.valid_from,
    validTo: question.valid_to ?? null,
    face: {
      scenario: question.scenario ?? null,
      stem: question.stem,
      options: question.options?.map(({ zh, en }) => ({ zh, en })) ?? truefalseOptions,
    },
    right: question.options ? bitsOf(question.options) : question.answer ? 0b01 : 0b10,
    explanation: question.explanation,
    sources: question.sources,
  }))

export const chapterOf = (entryId: string): number => Number(entryId.split('.')[0])

const bitsOf = (options: { right?: true | undefined }[]): number =>
  options.reduce((bits, option, i) => (option.right ? bits | (1 << i) : bits), 0)
