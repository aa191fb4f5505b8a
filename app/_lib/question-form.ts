/** What the editor of a question needs beside the question itself. */
import { paths } from '#app/paths'
import type { QuestionFormProps } from '#components/staff/question-form'
import type { Allowed } from '#core/account/roles'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { chaptersOf, lawsOf } from '#services/handbook'
import { movableSets } from '#services/question'
import type { Runtime } from '#services/runtime'
import { formTexts, plain } from './plain.ts'
import { previewTexts } from './preview-texts.ts'

type Given = 'locale' | 'sets' | 'chapters' | 'entries' | 'laws' | 'questionsHref' | 'text' | 'preview' | 'frame'

export async function editorProps(
  rt: Runtime,
  allowed: Allowed<'questions.read'>,
  locale: Locale,
  text: Messages,
): Promise<Pick<QuestionFormProps, Given>> {
  const [chapters, laws] = await Promise.all([chaptersOf(rt), lawsOf(rt)])
  return {
    locale,
    sets: await movableSets(rt, allowed),
    chapters: chapters.map(({ number, name }) => ({ number, name: said(name, locale) })),
    entries: chapters.flatMap(({ number: chapter, entries }) =>
      entries.map(({ id, title }) => ({ id, chapter, title: said(title, locale) })),
    ),
    laws: [...laws.values()].map(({ code, name }) => ({ code, name: said(name, locale) })),
    questionsHref: paths.staffQuestions(locale),
    text: plain(text.bankWork.editor),
    preview: await previewTexts(locale, rt),
    frame: formTexts(text),
  }
}
