import { count } from '#app/format'
import { type BoardQuery, paths } from '#app/paths'
import { Button } from '../button.tsx'
import { Pagination } from '../pagination.tsx'
import styles from './pages.module.css'
import type { BoardParts } from './shared.ts'

/** Back, forth, to the end, and to any page of a long board. */
export function Pages({ board, contest, locale, words, here }: BoardParts & { here: BoardQuery }) {
  const { page, pages } = board
  if (pages < 2 && page === 1) return null
  const at = (number: number) => paths.standings(locale, contest.slug, { ...here, page: number })
  const fields = Object.entries(here).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
  return (
    <div className={styles.pages}>
      <Pagination
        label={words.pages}
        previous={page > 1 ? { href: at(Math.min(page - 1, pages)), label: words.previous } : null}
        next={page < pages ? { href: at(page + 1), label: words.following } : null}
      />
      <form className={styles.jump} method="get" action={paths.standings(locale, contest.slug)}>
        {fields.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <span className={styles.where}>{words.pageOf(count(page), count(pages))}</span>
        <label className="spoken" htmlFor="page">
          {words.goTo}
        </label>
        <input
          id="page"
          name="page"
          type="number"
          inputMode="numeric"
          min="1"
          max={pages}
          defaultValue={Math.min(page, pages)}
          className={styles.number}
        />
        <Button type="submit">{words.go}</Button>
        {page < pages && <a href={at(pages)}>{words.last}</a>}
      </form>
    </div>
  )
}
