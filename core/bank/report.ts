/** What a bank holds, in figures. */
import type { QuestionDraft } from '../question/question.ts'
import { questionKinds } from '../question/question.ts'
import type { Entry } from './entry.ts'

export interface BankReport {
  entries: { total: number; core: number; verified: number; verify: number }
  questions: {
    total: number
    byKind: Record<string, number>
    byChapter: Record<string, number>
    byLevel: Record<string, number>
    /** The fewest questions that a verified entry of the core has. */
    perVerifiedEntryMinimum: number
  }
  /** Ids of entries and questions that lack a text, by language. */
  languages: { missing: Record<'zh' | 'en', string[]> }
}

export function bankReport(entries: readonly Entry[], drafts: readonly QuestionDraft[]): BankReport {
  const verified = entries.filter(entry => entry.status === 'verified')
  const perEntry = Map.groupBy(drafts, draft => draft.entryId)
  return {
    entries: {
      total: entries.length,
      core: entries.filter(entry => entry.core).length,
      verified: verified.length,
      verify: entries.length - verified.length,
    },
    questions: {
      total: drafts.length,
      byKind: Object.fromEntries(questionKinds.map(kind => [kind, drafts.filter(draft => draft.kind === kind).length])),
      byChapter: counted(drafts.map(draft => draft.chapter ?? 0)),
      byLevel: counted(drafts.map(draft => draft.level)),
      perVerifiedEntryMinimum: Math.min(
        ...verified.filter(entry => entry.core).map(entry => perEntry.get(entry.id)?.length ?? 0),
      ),
    },
    languages: { missing: { zh: lacking(entries, drafts, 'zh'), en: lacking(entries, drafts, 'en') } },
  }
}

function counted(numbers: number[]): Record<string, number> {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => a - b))
}

function lacking(entries: readonly Entry[], drafts: readonly QuestionDraft[], locale: 'zh' | 'en'): string[] {
  const texts = [
    ...entries.map(({ id, title, versions }) => ({ id, of: [title, ...versions.flatMap(v => [v.text, v.example])] })),
    ...drafts.map(({ externalId: id, face, explanation }) => ({
      id,
      of: [face.stem, explanation, ...face.options, ...(face.scenario ? [face.scenario] : [])],
    })),
  ]
  return texts.filter(({ of }) => of.some(text => text[locale].trim() === '')).map(({ id }) => id)
}
