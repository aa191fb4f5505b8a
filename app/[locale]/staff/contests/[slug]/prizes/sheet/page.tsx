import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { PrintButton } from '#components/settle/print-button'
import { Table, tableStyles } from '#components/table'
import { said } from '#core/locale'
import { runtime } from '#services/runtime'
import { settlementFor } from '#services/settlement-view'
import styles from '../../../../../../../components/settle/settle.module.css'
import staffStyles from '../../../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>
interface SheetProps {
  params: Params
  searchParams: Promise<{ list?: string }>
}

export const generateMetadata = async ({ params }: SheetProps): Promise<Metadata> => ({
  title: (await speak(params)).text.settle.sheetTitle,
})

/** What winners sign for on paper (A4): masked, with room for signature and date. */
export default async function PrizeSheet({ params, searchParams }: SheetProps) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const id = (await searchParams).list ?? ''
  const allowed = await staffWith(locale, 'contests.write', paths.staffSheet(locale, slug, id))
  const found = await settlementFor(runtime(), allowed, slug)
  const list = found.ok ? found.value.lists.find(one => one.id === id && one.publishedAt !== null) : undefined
  if (!found.ok || !list) notFound()
  const words = text.settle
  const winners = list.winners.filter(({ tier, state }) => tier && ['called', 'claimed', 'handed-over'].includes(state))
  return (
    <div className={`wrap wrap-wide ${staffStyles.page} ${styles.sheet}`}>
      <div className="no-print">
        <Back href={paths.staffDesk(locale, slug)}>{words.desk}</Back>
        <PrintButton label={words.print} />
      </div>
      <h1>{words.sheetTitle}</h1>
      <p>
        {said(found.value.title, locale)} · {words.listOf(text.prize.kind[list.kind], winners.length)}
      </p>
      <Table caption={words.sheetTitle} captionSpoken>
        <thead>
          <tr>
            <th scope="col" className={`${tableStyles.number} ${styles.rank}`}>
              {words.place}
            </th>
            <th scope="col">{words.winner}</th>
            <th scope="col">{words.tier}</th>
            <th scope="col">{words.prize}</th>
            <th scope="col" className={`${styles.signature} ${styles.byHand}`}>
              {words.sheetSign}
            </th>
            <th scope="col" className={styles.byHand}>
              {words.sheetDate}
            </th>
          </tr>
        </thead>
        <tbody>
          {winners.map((winner, at) => (
            <tr key={winner.id}>
              <td className={tableStyles.number}>{at + 1}</td>
              <th scope="row">
                {winner.name || (winner.region && said(winner.region, locale))}{' '}
                <span className={styles.figures}>{winner.phone}</span>
              </th>
              <td>{winner.tier && said(winner.tier, locale)}</td>
              <td>{winner.prize && said(winner.prize, locale)}</td>
              <td className={styles.byHand} />
              <td className={styles.byHand} />
            </tr>
          ))}
        </tbody>
      </Table>
      <p className={`${styles.aside} ${styles.onlyPhone}`}>{words.sheetOnPhone}</p>
      <p className={styles.aside}>{words.sheetNote}</p>
      <div className={styles.signatures}>
        <p>{words.sheetDesk}</p>
        <p>{words.sheetDate}</p>
      </div>
    </div>
  )
}
