import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { UploadForm } from '#components/staff/upload-form'
import { listSets } from '#services/question'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ set?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.importTitle,
})

/** Choose a file or paste questions; the templates stand below. */
export default async function Import({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { set } = await searchParams
  const allowed = await staffWith(locale, 'questions.write', paths.staffImport(locale))
  const sets = await listSets(runtime(), allowed)
  const words = text.bank
  const template = (format: string) => `/api/v1/question-sets/template?format=${format}&locale=${locale}`
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffSets(locale)}>{words.back}</Back>
      <div className={styles.head}>
        <h1>{words.importTitle}</h1>
        <a href={paths.staffBatches(locale)}>{text.imports.history}</a>
      </div>
      <p className={styles.lead}>{text.imports.lead}</p>
      <UploadForm
        locale={locale}
        previewsHref={paths.staffImport(locale)}
        sets={sets.map(({ id, name }) => ({ id, name }))}
        set={typeof set === 'string' ? set : ''}
        text={plain(text.imports)}
        place={words.place}
        frame={formTexts(text)}
      />
      <h2>{words.templates}</h2>
      <p className={styles.actions}>
        <a href={template('xlsx')} download>
          {words.templateXlsx}
        </a>
        <a href={template('csv')} download>
          {words.templateCsv}
        </a>
      </p>
      <h2>{words.columns}</h2>
      <p className={styles.lead}>{words.columnsWhy}</p>
    </div>
  )
}
