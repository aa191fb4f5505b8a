import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Problems } from '#components/staff/problems'
import { Questions } from '#components/staff/question'
import { StoreForm } from '#components/staff/store-form'
import { inWords } from '#messages/problem'
import type { Messages } from '#messages/zh'
import { type Preview, previewById } from '#services/preview'
import { runtime } from '#services/runtime'
import styles from '../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ id: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.storeTitle,
})

/** What the file would bring: numbers, problems with their places, the questions as citizens see them, then storing. */
export default async function PreviewPage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { id } = await params
  const allowed = await staffWith(locale, 'questions.write', paths.staffPreview(locale, id))
  const preview = await previewById(runtime(), allowed, id)
  if (!preview.ok) notFound()
  const { fileName, good, problems, questions, errors, warnings, sameFile } = preview.value
  const words = text.bank
  const hidden = errors + warnings - problems.length
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffImport(locale)}>{words.again}</Back>
      <h1>{words.previewTitle(fileName)}</h1>
      <Numbers preview={preview.value} words={words} />
      <Verdict preview={preview.value} words={words} />
      {sameFile && <Notice kind="attention">{words.sameFile(sameFile.name, dayTime(sameFile.at, locale))}</Notice>}
      {problems.length > 0 && (
        <>
          <h2>{words.problemsTitle}</h2>
          <Problems problems={problems.map(problem => inWords(problem, words))} text={words} />
          {hidden > 0 && <p>{words.moreProblems(hidden)}</p>}
        </>
      )}
      {good > 0 ? (
        <>
          <h2>{words.storeTitle}</h2>
          <StoreForm
            locale={locale}
            preview={id}
            name={fileName.replace(/\.[a-z]+$/i, '')}
            action={words.store(good)}
            setsHref={paths.staffSets(locale)}
            text={plain(words)}
            frame={formTexts(text)}
          />
          <h2>{words.questionsTitle}</h2>
          <Questions questions={questions} locale={locale} text={words} />
          {good > questions.length && <p>{words.moreQuestions(good - questions.length)}</p>}
        </>
      ) : (
        <p>
          <ButtonLink kind="seal" href={paths.staffImport(locale)}>
            {words.again}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}

function Numbers({ preview, words }: { preview: Preview; words: Messages['bank'] }) {
  const shown = [
    [words.rowsIn, preview.rowsIn],
    [words.good, preview.good],
    [words.refused, preview.refused],
    [words.warnings, preview.warnings],
  ] as const
  return (
    <dl className={styles.numbers}>
      {shown.map(([label, n]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{n}</dd>
        </div>
      ))}
    </dl>
  )
}

function Verdict({ preview, words }: { preview: Preview; words: Messages['bank'] }) {
  if (preview.good === 0) return <Notice kind="wrong">{words.noneGood}</Notice>
  if (preview.refused > 0) return <Notice kind="attention">{words.someBad(preview.refused)}</Notice>
  return preview.warnings === 0 ? <Notice kind="good">{words.allGood}</Notice> : null
}
