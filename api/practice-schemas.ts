/** Schemas of practising: the types of core/wire-learning.ts, for the OpenAPI document. */
import { z } from 'zod'
import { practiceCard } from '#core/practice/schedule'
import { practiceModes } from '#core/practice/session'
import { questionKinds } from '#core/question/question'
import type * as wire from '#core/wire-learning'

/** More than the handbook has questions; what is beyond it is nobody's practice. */
const mostCards = 2000
const questionNumber = z.string().min(1).max(24)

export const practiceSessionBody = z
  .strictObject({
    mode: z.enum(practiceModes),
    chapter: z.int().min(0).max(99).optional(),
    entry: z.string().max(8).optional(),
    known: z
      .array(
        practiceCard
          .pick({ due: true, wasWrong: true, rightInARow: true })
          .extend({ question: questionNumber })
          .strict(),
      )
      .max(mostCards)
      .default([])
      .meta({ description: 'What a guest’s browser keeps; an account’s own cards decide for it' }),
  })
  .meta({ description: 'Mode chapter needs a chapter, mode entry an entry' })

export const wirePracticeSession = z.object({
  questions: z.array(
    z.object({
      question: z.string(),
      revision: z.int(),
      chapter: z.int().nullable(),
      kind: z.enum(questionKinds),
      scenario: z.string().nullable(),
      stem: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string() })),
    }),
  ),
}) satisfies z.ZodType<wire.WirePracticeSession>

export const practiceAnswerBody = z.strictObject({
  question: questionNumber,
  revision: z.int().min(1),
  choice: z
    .array(
      z
        .string()
        .regex(/^[0-7]$/)
        .transform(Number),
    )
    .max(8)
    .meta({ description: 'Option ids; none for “I do not know”' }),
  card: practiceCard.nullable().default(null),
  again: z.boolean().default(false),
})

export const wirePracticed = z.object({
  isRight: z.boolean(),
  right: z.array(z.string()),
  explanation: z.string(),
  sources: z.array(z.object({ law: z.string(), article: z.string(), name: z.string() })),
  entry: z.object({ address: z.string(), title: z.string() }).nullable(),
  card: practiceCard.nullable(),
  kept: z.boolean(),
}) satisfies z.ZodType<wire.WirePracticed>

export const practiceCardsBody = z.strictObject({
  cards: z.array(z.strictObject({ question: questionNumber, card: practiceCard })).max(mostCards),
})

export const wirePracticeProgress = z.object({
  due: z.int(),
  mistakes: z.int(),
  chapters: z.array(z.object({ number: z.int(), total: z.int(), met: z.int(), known: z.int() })),
  cards: z.int(),
}) satisfies z.ZodType<wire.WirePracticeProgress>
