import { paths } from '#app/paths'
import { Button } from '../button.tsx'
import styles from './filter.module.css'
import type { BoardParts } from './shared.ts'

/** Whose board, and of which track, stage or day: a form that needs no script. */
export function BoardFilter({ board, contest, regions, locale, words, scopes }: BoardParts) {
  const ofPeople = board.by === 'person'
  if (!ofPeople && scopes.length === 0) return null
  const groups = [
    ['track', words.tracks],
    ['stage', words.stages],
    ['day', words.days],
  ] as const
  return (
    <form className={styles.filter} method="get" action={paths.standings(locale, contest.slug)}>
      {!ofPeople && <input type="hidden" name="by" value={board.by} />}
      {board.view && board.view !== 'participation' && <input type="hidden" name="view" value={board.view} />}
      {ofPeople && (
        <label className={styles.field}>
          <span>{words.filter}</span>
          <select name="region" defaultValue={board.region ?? ''} className={styles.select}>
            <option value="">{words.everywhere}</option>
            {regions
              .filter(one => one.kind !== 'zone')
              .map(one => (
                <option key={one.slug} value={one.slug}>
                  {one.name}
                </option>
              ))}
          </select>
        </label>
      )}
      {scopes.length > 0 && (
        <label className={styles.field}>
          <span>{words.scope}</span>
          <select name="scope" defaultValue={board.scope} className={styles.select}>
            <option value="whole">{words.whole}</option>
            {groups.map(([kind, label]) => {
              const inside = scopes.filter(one => one.kind === kind)
              return (
                inside.length > 0 && (
                  <optgroup key={kind} label={label}>
                    {inside.map(({ scope, name }) => (
                      <option key={scope} value={scope}>
                        {name}
                      </option>
                    ))}
                  </optgroup>
                )
              )
            })}
          </select>
        </label>
      )}
      <Button type="submit">{words.show}</Button>
    </form>
  )
}
