import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { editorProps } from '#app/question-form'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { QuestionForm } from '#components/staff/question-form'
import { viewQuestion } from '#services/question-view'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

interface EditProps {
  params: LocaleParams & Promise<{ id: string }>
}

export const generateMetadata = async ({ params }: EditProps): Promise<Metadata> => ({
  title: (await speak(params)).text.bankWork.editor.editTitle,
})

/** A change of a question: it becomes a new draft. */
export default async function EditQuestion({ params }: EditProps) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const here = paths.staffEditQuestion(locale, id)
  await staffWith(locale, 'questions.write', here)
  const reader = await staffWith(locale, 'questions.read', here)
  const found = await viewQuestion(runtime(), reader, id)
  if (!found.ok) notFound()
  const { number, written, revision, set, inUse, state } = found.value
  const words = text.bankWork.editor
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffQuestion(locale, id)}>{text.bankWork.view.heading(number)}</Back>
      <h1>{words.editTitle}</h1>
      {inUse && <Notice>{words.staysInUse}</Notice>}
      {(state === 'waiting' || state === 'reviewed') && <Notice kind="attention">{words.backToDraft}</Notice>}
      <QuestionForm
        {...(await editorProps(runtime(), reader, locale, text))}
        id={id}
        base={revision}
        initial={written}
        set={set.id}
        signInHref={paths.staffSignIn(locale, here)}
      />
    </div>
  )
}
