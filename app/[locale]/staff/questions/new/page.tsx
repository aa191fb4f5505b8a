import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { editorProps } from '#app/question-form'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { QuestionForm } from '#components/staff/question-form'
import type { WireWritten } from '#core/wire-bank'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

interface NewProps {
  params: LocaleParams
  searchParams: Promise<{ set?: string | string[] }>
}

export const generateMetadata = async ({ params }: NewProps): Promise<Metadata> => ({
  title: (await speak(params)).text.bankWork.editor.newTitle,
})

const nothing = { zh: '', en: '' }
/** A single choice of four, of middle difficulty: what most questions are. */
const empty: WireWritten = {
  kind: 'single',
  chapter: null,
  entryId: null,
  level: 3,
  levelReason: null,
  seconds: 25,
  validFrom: null,
  validTo: null,
  face: { scenario: null, stem: nothing, options: [nothing, nothing, nothing, nothing] },
  right: 0,
  explanation: nothing,
  sources: [{ law: '', article: '', anchors: [] }],
}

/** A new question, as a draft in one of the sets. */
export default async function NewQuestion({ params, searchParams }: NewProps) {
  const { locale, text } = await speak(params)
  const { set } = await searchParams
  const here = paths.staffNewQuestion(locale, typeof set === 'string' ? set : undefined)
  await staffWith(locale, 'questions.write', here)
  const props = await editorProps(runtime(), await staffWith(locale, 'questions.read', here), locale, text)
  const chosen = props.sets.find(({ id }) => id === set) ?? props.sets[0]
  const words = text.bankWork.editor
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffQuestions(locale)}>{text.bankWork.list.title}</Back>
      <h1>{words.newTitle}</h1>
      {chosen ? (
        <QuestionForm
          {...props}
          id={null}
          base={0}
          initial={empty}
          set={chosen.id}
          signInHref={paths.staffSignIn(locale, here)}
        />
      ) : (
        <Notice kind="attention">{words.noSet}</Notice>
      )}
    </div>
  )
}
