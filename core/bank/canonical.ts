import type { QuestionDraft } from '../question/question.ts'

/** A draft in one fixed order, so that equal drafts are equal texts, and equal hashes. */
export function canonicalOf(draft: QuestionDraft): string {
  const { kind, chapter, entryId, level, seconds, validFrom, validTo, face, right, explanation, sources } = draft
  const said = (text: { zh: string; en: string } | null) => text && [text.zh, text.en]
  return JSON.stringify([
    [kind, chapter, entryId, level, seconds, validFrom, validTo, right, said(explanation)],
    [said(face.scenario), said(face.stem), face.options.map(said)],
    sources.map(source => [source.law, source.article, source.anchors]),
    ...(draft.levelReason ? [said(draft.levelReason)] : []),
  ])
}
