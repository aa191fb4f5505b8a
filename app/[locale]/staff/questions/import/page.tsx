import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { UploadForm } from '#components/staff/upload-form'
import styles from '../../../../../components/staff/staff.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.bank.importTitle,
})

/** Choose a file; the templates stand beside it. */
export default async function Import({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  await staffWith(locale, 'questions.write', paths.staffImport(locale))
  const words = text.bank
  const template = (format: string) => `/api/v1/question-sets/template?format=${format}&locale=${locale}`
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffSets(locale)}>{words.back}</Back>
      <h1>{words.importTitle}</h1>
      <p className={styles.lead}>{words.importLead}</p>
      <UploadForm
        locale={locale}
        previewsHref={paths.staffImport(locale)}
        text={plain(words)}
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
