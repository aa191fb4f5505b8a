import { count, dayTime, lastMoment } from '#app/format'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { WinnerState } from '#core/prize/state'
import type { Messages } from '#messages/zh'
import type { StaffWinner } from '#services/settlement-view'
import styles from './settle.module.css'

interface WinnerTableProps {
  caption: string
  winners: StaffWinner[]
  locale: Locale
  text: Messages
  /** What may be done with each. */
  act?: (winner: StaffWinner) => React.ReactNode
}

export const stateTag: Record<WinnerState, 'open' | 'plain' | 'quiet' | 'good' | 'attention'> = {
  standby: 'quiet',
  settled: 'plain',
  called: 'attention',
  claimed: 'open',
  'handed-over': 'good',
  late: 'quiet',
  declined: 'quiet',
  closed: 'quiet',
  'struck-out': 'quiet',
  objection: 'quiet',
  repeated: 'quiet',
}

/** Who stands on a list, as staff see it: masked too. */
export function WinnerTable({ caption, winners, locale, text, act }: WinnerTableProps) {
  const words = text.settle
  const ranked = winners.some(winner => winner.rank !== null)
  return (
    <Table caption={caption} captionSpoken flowing>
      <thead>
        <tr>
          <th scope="col" className={`${tableStyles.number} ${styles.rank}`}>
            {ranked ? words.rank : words.place}
          </th>
          <th scope="col">{words.tier}</th>
          <th scope="col">{words.winner}</th>
          <th scope="col">{words.region}</th>
          <th scope="col">{words.state}</th>
          {act && <th scope="col">{words.do}</th>}
        </tr>
      </thead>
      <tbody>
        {winners.map(winner => (
          <tr key={winner.id}>
            <td className={tableStyles.number}>{count(winner.rank ?? winner.place)}</td>
            <td>{winner.tier ? said(winner.tier, locale) : '—'}</td>
            <th scope="row">
              {nameOf(winner, locale) || text.prize.unnamed} <span className={styles.figures}>{winner.phone}</span>
            </th>
            <td>{winner.region && said(winner.region, locale)}</td>
            <td>
              <Tag kind={stateTag[winner.state]}>{text.prize.state[winner.state]}</Tag>
              {winner.state === 'called' && winner.claimUntil !== null && (
                <span className={styles.aside}> {lastMoment(winner.claimUntil, locale)}</span>
              )}
              {winner.handedOver && (
                <span className={styles.aside}>
                  {' '}
                  {words.handedLine(winner.handedOver.by, dayTime(winner.handedOver.at, locale))}
                </span>
              )}
            </td>
            {act && <td>{act(winner)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}

/** A district is its own name; whoever gave none has none. */
const nameOf = ({ name, phone, region }: StaffWinner, locale: Locale): string =>
  name || (phone === '' && region ? said(region, locale) : '')
