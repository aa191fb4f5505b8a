import { type Choice, type ChoiceGroup, matchOf } from '#core/region/match'
import styles from './region-list.module.css'

interface RegionListProps {
  groups: ChoiceGroup[]
  sought: string
  chosen: string | null
  onChoose: (slug: string) => void
  text: { regionTitle: string; regionNone: string; regionFound: string }
}

/** Radio buttons in their areas; what does not match is not there. Whole rows are the targets. */
export function RegionList({ groups, sought, chosen, onChoose, text }: RegionListProps) {
  const found = groups
    .map(group => ({
      name: group.name,
      rows: group.choices.flatMap(choice => {
        const note = matchOf(choice, sought)
        return note === null ? [] : [{ choice, note }]
      }),
    }))
    .filter(group => group.rows.length > 0)
  const count = found.reduce((sum, group) => sum + group.rows.length, 0)
  return (
    <fieldset className={styles.list}>
      <legend className="spoken">{text.regionTitle}</legend>
      <p className="spoken" role="status">
        {sought && count > 0 && text.regionFound.replace('{n}', String(count))}
      </p>
      {count === 0 && <p>{text.regionNone}</p>}
      {found.map(group => (
        <div key={group.name} className={styles.group}>
          <h2 className={styles.name}>{group.name}</h2>
          <div className={styles.rows}>
            {group.rows.map(({ choice, note }) => (
              <Row key={choice.slug} choice={choice} note={note} chosen={chosen === choice.slug} onChoose={onChoose} />
            ))}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

interface RowProps {
  choice: Choice
  note: string
  chosen: boolean
  onChoose: (slug: string) => void
}

function Row({ choice, note, chosen, onChoose }: RowProps) {
  return (
    <label className={styles.row}>
      <input type="radio" name="region" value={choice.slug} checked={chosen} onChange={() => onChoose(choice.slug)} />
      <span>
        {choice.name}
        {note && <span className={styles.note}>{note}</span>}
      </span>
    </label>
  )
}
