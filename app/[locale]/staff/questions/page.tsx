import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { actTexts } from '#app/plain'
import { staffWith } from '#app/staff'
import { ButtonLink } from '#components/button'
import { Notice } from '#components/notice'
import { Pagination } from '#components/pagination'
import { BankRows } from '#components/staff/bank-rows'
import { Bulk } from '#components/staff/bulk'
import { Chosen, Filters, Trays } from '#components/staff/filters'
import { has } from '#core/account/roles'
import type { Locale } from '#core/locale'
import { type BankFilter, filterFrom, orders, queryOf } from '#core/question/filter'
import { mayDo, questionActions } from '#core/question/state'
import type { Messages } from '#messages/zh'
import { searchBank } from '#services/bank'
import { movableSets } from '#services/question'
import { reviewersBesides } from '#services/question-view'
import { runtime } from '#services/runtime'
import styles from '../../../../components/staff/bank.module.css'
import staffStyles from '../../../../components/staff/staff.module.css'

interface BankProps {
  params: LocaleParams
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const generateMetadata = async ({ params }: BankProps): Promise<Metadata> => ({
  title: (await speak(params)).text.bankWork.list.title,
})

/** Every question: search, filter, select, act. The address keeps what was asked for. */
export default async function Bank({ params, searchParams }: BankProps) {
  const { locale, text } = await speak(params)
  const asked = Object.entries(await searchParams).map(([key, value]) => [key, Array.isArray(value) ? value[0] : value])
  const filter = filterFrom(Object.fromEntries(asked))
  const allowed = await staffWith(locale, 'questions.read', paths.staffQuestions(locale, queryOf(filter)))
  const found = await searchBank(runtime(), allowed, filter)
  const alone = (await reviewersBesides(runtime(), allowed.id)) === 0
  const words = text.bankWork.list
  const isUnfiltered = filter.q === '' && Object.keys(filter.chosen).length === 0
  const to = (page: number) => paths.staffQuestions(locale, queryOf({ ...filter, page }))
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <div className={staffStyles.head}>
        <h1>{words.title}</h1>
        <div className={staffStyles.actions}>
          <a href={paths.staffSets(locale)}>{words.sets}</a>
          {has(allowed, 'questions.write') && (
            <>
              <a href={paths.staffImport(locale)}>{text.bank.upload}</a>
              <ButtonLink kind="seal" href={paths.staffNewQuestion(locale)}>
                {words.newQuestion}
              </ButtonLink>
            </>
          )}
        </div>
      </div>
      {alone && <Notice kind="attention">{words.alone}</Notice>}
      <Search filter={filter} locale={locale} words={words} />
      <Trays filter={filter} facets={found.facets} total={found.total} locale={locale} text={text} />
      <Filters filter={filter} facets={found.facets} articles={found.articles} locale={locale} text={text} />
      <Chosen filter={filter} facets={found.facets} locale={locale} text={text} />
      {found.total === 0 ? (
        <Notice>{isUnfiltered ? words.empty : words.none}</Notice>
      ) : (
        <>
          <div className={styles.listHead}>
            <p className={styles.count} role="status">
              <strong>{words.found(found.total)}</strong>
              {found.pages > 1 && <span>{words.page(found.page, found.pages)}</span>}
            </p>
            <Orders filter={filter} locale={locale} words={words} />
          </div>
          <Bulk
            locale={locale}
            list="bank"
            total={found.total}
            filter={queryOf({ ...filter, page: 1 })}
            actions={questionActions
              .filter(action => mayDo(action, allowed))
              .map(action => ({ action, label: text.bankWork.actions[action] }))}
            sets={await movableSets(runtime(), allowed)}
            text={actTexts(text)}
            errorPrefix={text.frame.errorPrefix}
          />
          <form id="bank">
            <BankRows rows={found.rows} locale={locale} text={text} />
          </form>
          <Pagination
            label={text.frame.pages}
            previous={found.page > 1 ? { href: to(found.page - 1), label: text.frame.previous } : null}
            next={found.page < found.pages ? { href: to(found.page + 1), label: text.frame.next } : null}
          />
        </>
      )}
    </div>
  )
}

type Words = Messages['bankWork']['list']

/** A plain form: what is chosen goes along. */
function Search({ filter, locale, words }: { filter: BankFilter; locale: Locale; words: Words }) {
  const { q: _, page: __, ...rest } = queryOf(filter)
  return (
    <search>
      <form className={styles.search} action={paths.staffQuestions(locale)}>
        {Object.entries(rest).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <label htmlFor="q">{words.searchLabel}</label>
        <p id="q-hint" className={staffStyles.hint}>
          {words.searchHint}
        </p>
        <div className={styles.searchLine}>
          <input id="q" name="q" type="search" defaultValue={filter.q} maxLength={100} aria-describedby="q-hint" />
          <button type="submit">{words.search}</button>
        </div>
      </form>
    </search>
  )
}

function Orders({ filter, locale, words }: { filter: BankFilter; locale: Locale; words: Words }) {
  return (
    <nav className={styles.orders} aria-label={words.order}>
      {orders.map(order => (
        <a
          key={order}
          href={paths.staffQuestions(locale, queryOf({ ...filter, order, page: 1 }))}
          aria-current={filter.order === order ? 'true' : undefined}
        >
          {words.orders[order]}
        </a>
      ))}
    </nav>
  )
}
