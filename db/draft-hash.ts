import { createHash } from 'node:crypto'
import { canonicalOf } from '../core/bank/canonical.ts'
import type { QuestionDraft } from '../core/question/question.ts'

/** By which a changed question is told from an unchanged one. */
export const draftHash = (draft: QuestionDraft): string =>
  createHash('sha256').update(canonicalOf(draft)).digest('base64url')
