import type { Metadata } from 'next'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Notice } from '#components/notice'
import { Pagination } from '#components/pagination'
import { UndoBatch } from '#components/staff/undo-batch'
import { Table } from '#components/table'
import type { WireBatch } from '#core/wire-import'
import type { Messages } from '#messages/zh'
import { listBatches } from '#services/question-undo'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

interface Props {
  params: LocaleParams
  searchParams: Promise<{ page?: string | string[] }>
}

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => ({
  title: (await speak(params)).text.imports.batchesTitle,
})

/** Every batch that came in, who brought it, and the way back. */
export default async function Batches({ params, searchParams }: Props) {
  const { locale, text } = await speak(params)
  const { page: asked } = await searchParams
  const page = /^[1-9]\d{0,3}$/.test(String(asked)) ? Number(asked) : 1
  const allowed = await staffWith(locale, 'questions.write', paths.staffBatches(locale))
  const { batches, more } = await listBatches(runtime(), allowed, page)
  const words = text.imports
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffImport(locale)}>{text.bank.importTitle}</Back>
      <h1>{words.batchesTitle}</h1>
      <p className={styles.lead}>{words.batchesLead}</p>
      {batches.length === 0 ? (
        <Notice>{words.noBatches}</Notice>
      ) : (
        <Table flowing caption={words.batchesTitle} captionSpoken>
          <thead>
            <tr>
              {[words.batch, words.into2, words.who, words.when, words.report, words.undo].map(heading => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {batches.map(batch => (
              <Row key={batch.id} batch={batch} locale={locale} text={text} />
            ))}
          </tbody>
        </Table>
      )}
      <Pagination
        label={text.frame.pages}
        previous={page > 1 ? { href: paths.staffBatches(locale, `${page - 1}`), label: text.frame.previous } : null}
        next={more ? { href: paths.staffBatches(locale, `${page + 1}`), label: text.frame.next } : null}
      />
    </div>
  )
}

function Row({ batch, locale, text }: { batch: WireBatch; locale: 'zh' | 'en'; text: Messages }) {
  const words = text.imports
  const { rowsIn, added, revised, unchanged, refused } = batch
  return (
    <tr>
      <th scope="row">
        {batch.name || batch.fileName}
        {batch.name && <span className={styles.about}>{batch.fileName}</span>}
      </th>
      <td>{batch.set ? <a href={paths.staffSet(locale, batch.set)}>{batch.setName}</a> : batch.setName}</td>
      <td className={styles.place}>{batch.by}</td>
      <td className={styles.place}>{dayTime(batch.createdAt, locale)}</td>
      <td>{words.storedReport(rowsIn, added, revised, unchanged, refused)}</td>
      <td>
        {batch.undoneAt === null ? (
          <UndoBatch
            locale={locale}
            id={batch.id}
            text={{
              undo: words.undo,
              undoSure: words.undoSure,
              undoing: words.undoing,
              undoneNow: words.undoneNow,
              cancel: text.upkeep.cancel,
            }}
            label={batch.name || batch.fileName}
            offline={formTexts(text).offline}
          />
        ) : (
          words.undone(dayTime(batch.undoneAt, locale))
        )}
      </td>
    </tr>
  )
}
