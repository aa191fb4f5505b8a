import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import type { WirePiece, WireSearch } from '#core/wire-learning'
import type { Messages } from '#messages/zh'
import styles from './found.module.css'

/** The words that do without functions: they travel to the browser. */
export type SearchWords = Pick<
  Messages['handbook'],
  'search' | 'searchHint' | 'find' | 'foundSome' | 'foundNone' | 'foundNear' | 'foundFirst' | 'term'
>

interface FoundProps {
  answer: WireSearch
  query: string
  locale: Locale
  words: SearchWords
}

/** What a search found, with the hits marked. */
export function Found({ answer, query, locale, words }: FoundProps) {
  const { found, total, near } = answer
  return (
    <div className={styles.found}>
      <p className={styles.count} role="status">
        {total === 0
          ? words.foundNone.replace('{q}', shortened(query))
          : near
            ? words.foundNear
            : countOf(answer, words)}
      </p>
      <ol>
        {found.map(({ kind, id, address, title, excerpt }) => (
          <li key={id}>
            <a href={kind === 'entry' ? paths.entry(locale, address) : paths.term(locale, address)}>
              <span className={styles.id}>{kind === 'entry' ? id : <Tag kind="quiet">{words.term}</Tag>}</span>
              <span>
                <span className={styles.title}>
                  <Pieces of={title} />
                </span>
                <span className={styles.excerpt}>
                  <Pieces of={excerpt} />
                </span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </div>
  )
}

function countOf({ found, total }: WireSearch, words: SearchWords): string {
  if (found.length === total) return words.foundSome.replace('{n}', String(total))
  return words.foundFirst.replace('{n}', String(found.length)).replace('{total}', String(total))
}

const shortened = (query: string): string => (query.length > 40 ? `${query.slice(0, 40)}…` : query)

function Pieces({ of }: { of: readonly WirePiece[] }) {
  let at = 0
  return of.map(({ text, hit }) => {
    const key = at
    at += text.length
    return hit ? <mark key={key}>{text}</mark> : text
  })
}
