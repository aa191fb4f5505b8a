import { paths } from '#app/paths'
import { type Locale, type LocalText, said } from '#core/locale'
import { type BankFilter, choosing, type Dimension, dimensions, queryOf } from '#core/question/filter'
import type { WireBankList } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import styles from './bank.module.css'

interface FiltersProps {
  filter: BankFilter
  facets: WireBankList['facets']
  articles: readonly string[]
  locale: Locale
  text: Messages
}

/** How a value reads: '第 5 章 商标' · '难度 3' · '待审核'. */
function wordFor(dimension: Dimension, value: string, name: LocalText, locale: Locale, text: Messages): string {
  const words = text.bankWork
  switch (dimension) {
    case 'state':
      return words.states[value as keyof typeof words.states]
    case 'kind':
      return text.bank.kinds[value as keyof typeof text.bank.kinds]
    case 'use':
      return words.list.use[value as keyof typeof words.list.use]
    case 'level':
      return words.list.level(value)
    case 'chapter':
      return value === 'none' ? words.list.noChapter : words.list.chapter(value, said(name, locale))
    default:
      return said(name, locale)
  }
}

/** States stand open as the desk’s trays; the other dimensions unfold, one at a time. */
export function Filters({ filter, facets, articles, locale, text }: FiltersProps) {
  const words = text.bankWork.list
  const to = (next: BankFilter) => paths.staffQuestions(locale, queryOf(next))
  return (
    <nav className={styles.filters} aria-label={words.filters}>
      {dimensions
        .filter(one => one !== 'state' && facets[one].length > 0)
        .map(dimension => (
          <details key={dimension} name="bank-filter" className={styles.dimension}>
            <summary>
              {words.dimension[dimension]}
              {filter.chosen[dimension] !== undefined && <span className={styles.dot} aria-hidden="true" />}
            </summary>
            {dimension === 'use' && <p className={styles.small}>{words.useWhy}</p>}
            <ul className={styles.values}>
              {facets[dimension].map(({ value, name, count }) => {
                const isChosen = filter.chosen[dimension] === value
                return (
                  <li key={value}>
                    <a
                      href={to(choosing(filter, dimension, isChosen ? null : value))}
                      aria-current={isChosen ? 'true' : undefined}
                    >
                      {wordFor(dimension, value, name, locale, text)} <small>{count}</small>
                    </a>
                  </li>
                )
              })}
            </ul>
            {dimension === 'law' && articles.length > 0 && (
              <>
                <p className={styles.small}>{words.article}</p>
                <ul className={styles.values}>
                  {articles.map(article => (
                    <li key={article}>
                      <a
                        href={to({ ...filter, article: filter.article === article ? null : article, page: 1 })}
                        aria-current={filter.article === article ? 'true' : undefined}
                      >
                        {article}
                      </a>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </details>
        ))}
    </nav>
  )
}

/** Everything and each state, with their numbers. */
export function Trays({ filter, facets, total, locale, text }: Omit<FiltersProps, 'articles'> & { total: number }) {
  const { states, list } = text.bankWork
  const current = filter.chosen.state
  const everything = current === undefined ? total : undefined
  return (
    <nav className={styles.trays} aria-label={list.dimension.state}>
      <a
        href={paths.staffQuestions(locale, queryOf(choosing(filter, 'state', null)))}
        aria-current={current === undefined ? 'page' : undefined}
      >
        {list.everything} {everything !== undefined && <small>{everything}</small>}
      </a>
      {Object.entries(states).map(([state, name]) => (
        <a
          key={state}
          href={paths.staffQuestions(locale, queryOf(choosing(filter, 'state', state)))}
          aria-current={current === state ? 'page' : undefined}
        >
          {name} <small>{facets.state.find(({ value }) => value === state)?.count ?? 0}</small>
        </a>
      ))}
    </nav>
  )
}

/** What is chosen, as words that can be taken away. */
export function Chosen({ filter, facets, locale, text }: Omit<FiltersProps, 'articles'>) {
  const words = text.bankWork.list
  const to = (next: BankFilter) => paths.staffQuestions(locale, queryOf(next))
  const chosen = dimensions.flatMap(dimension => {
    const value = filter.chosen[dimension]
    const found = facets[dimension].find(one => one.value === value)
    if (value === undefined || dimension === 'state' || !found) return []
    const word = wordFor(dimension, value, found.name, locale, text)
    return [{ key: dimension, word, href: to(choosing(filter, dimension, null)) }]
  })
  const all = [
    ...(filter.q ? [{ key: 'q', word: `“${filter.q}”`, href: to({ ...filter, q: '', page: 1 }) }] : []),
    ...chosen,
    ...(filter.article
      ? [
          {
            key: 'article',
            word: `${words.article} ${filter.article}`,
            href: to({ ...filter, article: null, page: 1 }),
          },
        ]
      : []),
  ]
  if (all.length === 0) return null
  return (
    <ul className={styles.chosen} aria-label={words.chosen}>
      {all.map(({ key, word, href }) => (
        <li key={key}>
          <a href={href}>
            <span className="spoken">{words.remove}</span> {word} <span aria-hidden="true">✕</span>
          </a>
        </li>
      ))}
      <li>
        <a href={paths.staffQuestions(locale)} className={styles.clear}>
          {words.clear}
        </a>
      </li>
    </ul>
  )
}
