/** The report as a page of the docs. */
import type { LocalText } from '../locale.ts'
import { type QuestionDraft, questionKinds } from '../question/question.ts'
import type { Entry } from './entry.ts'
import { bankReport } from './report.ts'

type Chapter = { number: number; name: LocalText }

/** @returns Markdown; the same for the same bank */
export function reportTable(
  chapters: readonly Chapter[],
  entries: readonly Entry[],
  drafts: readonly QuestionDraft[],
): string {
  const lines = chapters.map(chapter =>
    rowOf(
      `${chapter.number} ${chapter.name.zh} ${chapter.name.en}`,
      entries.filter(entry => entry.chapter === chapter.number),
      drafts.filter(draft => draft.chapter === chapter.number),
    ),
  )
  const { questions, languages } = bankReport(entries, drafts)
  const levels = Object.entries(questions.byLevel).map(([level, count]) => `level ${level}: ${count}`)
  return `# 题库概况 · What the bank holds

Written by \`npm run bank:report -- --docs\`; \`npm run --silent bank:report\` prints the figures as JSON. An entry to be
verified rests on a text that nobody here could read; no question is asked of it.

| 章 Chapter | 条目 entries | 已核对 verified | 待核对 to verify | 题 questions | ${questionKinds.join(' | ')} |
|---|--:|--:|--:|--:|${questionKinds.map(() => '--:').join('|')}|
${lines.join('\n')}
${rowOf('**合计 All**', entries, drafts)}

- ${levels.join(' · ')}
- The fewest questions of a verified entry: ${questions.perVerifiedEntryMinimum}
- Texts missing in Chinese: ${languages.missing.zh.length}, in English: ${languages.missing.en.length}
`
}

function rowOf(name: string, entries: readonly Entry[], drafts: readonly QuestionDraft[]): string {
  const verified = entries.filter(entry => entry.status === 'verified').length
  const kinds = questionKinds.map(kind => drafts.filter(draft => draft.kind === kind).length)
  return `| ${[name, entries.length, verified, entries.length - verified, drafts.length, ...kinds].join(' | ')} |`
}
