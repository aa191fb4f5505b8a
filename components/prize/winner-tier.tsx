import { count } from '#app/format'
import { Table, tableStyles } from '#components/table'
import { Tag } from '#components/tag'
import { type Locale, said } from '#core/locale'
import type { ListKind } from '#core/prize/state'
import type { Messages } from '#messages/zh'
import type { PublicTier, PublicWinner } from '#services/winners-public'
import styles from './prize.module.css'

interface WinnerTierProps {
  tier: PublicTier
  kind: ListKind
  locale: Locale
  words: Messages['prize']
}

/** One prize and who has it: only the columns that say something. */
export function WinnerTier({ tier, kind, locale, words }: WinnerTierProps) {
  const isPeople = kind !== 'collective'
  const shows = (what: keyof PublicWinner) => tier.winners.some(winner => winner[what] !== null)
  const standing = tier.winners.filter(({ ended }) => ended === null).length
  return (
    <div className={styles.tier}>
      <Table
        caption={
          <>
            <span className={styles.tierName}>{said(tier.name, locale)}</span>{' '}
            <span className={styles.aside}>
              {said(tier.prize, locale)} · {isPeople ? words.people(standing) : words.groups(standing)}
            </span>
          </>
        }
      >
        <thead>
          <tr>
            {shows('rank') && (
              <th scope="col" className={`${tableStyles.number} ${styles.rank}`}>
                {words.rank}
              </th>
            )}
            {isPeople && <th scope="col">{words.name}</th>}
            {shows('phone') && <th scope="col">{words.phone}</th>}
            {shows('organisation') && <th scope="col">{words.organisation}</th>}
            {shows('region') && <th scope="col">{words.region}</th>}
          </tr>
        </thead>
        <tbody>
          {tier.winners.map(winner => (
            <tr key={winner.id} className={winner.ended ? styles.ended : undefined}>
              {shows('rank') && (
                <td className={tableStyles.number}>{winner.rank === null ? '' : count(winner.rank)}</td>
              )}
              {isPeople && (
                <th scope="row">
                  {winner.name ?? words.unnamed} {winner.standsIn && <Tag kind="good">{words.standsIn}</Tag>}{' '}
                  {winner.ended && <Tag kind="quiet">{words.ended[winner.ended]}</Tag>}
                </th>
              )}
              {shows('phone') && <td className={styles.figures}>{winner.phone}</td>}
              {shows('organisation') && <td>{winner.organisation}</td>}
              {shows('region') && <td>{winner.region && said(winner.region, locale)}</td>}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  )
}
