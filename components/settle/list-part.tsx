import { count, dayTime } from '#app/format'
import { formTexts } from '#app/plain'
import { Table, tableStyles } from '#components/table'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { SettlementView, StaffList } from '#services/settlement-view'
import { ActButton } from './act-button.tsx'
import { contestPath } from './island.ts'
import styles from './settle.module.css'
import { WinnerTable } from './winner-table.tsx'

interface ListPartProps {
  settlement: SettlementView
  kind: 'awards' | 'collective'
  locale: Locale
  text: Messages
}

/** Ranked awards, or those of groups: what was promised, who gets it, publishing it. */
export function ListPart({ settlement, kind, locale, text }: ListPartProps) {
  const words = text.settle
  const promised = kind === 'awards' ? settlement.awards : settlement.groupAwards
  const list = settlement.lists.find(one => one.kind === kind)
  const title = kind === 'awards' ? words.awards : words.collective
  const mayGo = settlement.isFinal && settlement.terms?.hold !== false
  return (
    <section className={styles.part} aria-labelledby={kind}>
      <h2 id={kind}>{title}</h2>
      {promised.length === 0 ? (
        <p>{words.awardsNone}</p>
      ) : (
        <Table caption={title} captionSpoken>
          <thead>
            <tr>
              <th scope="col">{words.tier}</th>
              <th scope="col">{words.prize}</th>
              <th scope="col" className={tableStyles.number}>
                {words.count}
              </th>
            </tr>
          </thead>
          <tbody>
            {promised.map(tier => (
              <tr key={tier.name.zh}>
                <th scope="row">{said(tier.name, locale)}</th>
                <td>{said(tier.prize, locale)}</td>
                <td className={tableStyles.number}>{count(tier.count)}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {mayGo && promised.length > 0 && (list?.publishedAt ?? null) === null && (
        <ActButton
          path={contestPath(settlement.slug, 'winner-lists', locale)}
          body={{ kind }}
          label={list ? words.again : kind === 'awards' ? words.settleAwards : words.settleCollective}
          busy={words.settling}
          frame={formTexts(text)}
        />
      )}
      {list && <SettledList {...{ list, settlement, locale, text }} />}
    </section>
  )
}

interface SettledListProps {
  list: StaffList
  settlement: SettlementView
  locale: Locale
  text: Messages
}

/** The list itself, with the one next step. */
export function SettledList({ list, settlement, locale, text }: SettledListProps) {
  const words = text.settle
  const title = words.listOf(text.prize.kind[list.kind], list.winners.filter(({ tier }) => tier !== null).length)
  const next = settlement.waiting.some(line => line.mayDecide)
    ? undefined
    : settlement.lists.find(({ publishedAt }) => publishedAt === null)
  const waits = settlement.waiting.some(({ subject }) => subject === `winners:${list.id}`)
  return (
    <>
      <p className={styles.aside}>
        {list.publishedAt === null
          ? list.instant
            ? words.firstWonAt(dayTime(list.settledAt, locale))
            : words.settledLine(list.settledBy, dayTime(list.settledAt, locale))
          : words.publishedLine(list.publishedBy, list.publishedWith, dayTime(list.publishedAt, locale))}
      </p>
      <details open={list.publishedAt === null}>
        <summary>{title}</summary>
        <WinnerTable caption={title} winners={list.winners} locale={locale} text={text} />
      </details>
      {list.publishedAt === null && !waits && (!list.instant || settlement.isFinal) && (
        <>
          <p>{words.publishWhy}</p>
          <ActButton
            path={contestPath(settlement.slug, `winner-lists/${list.id}/publication`, locale)}
            label={words.publish}
            busy={words.publishing}
            {...(next === list && { kind: 'seal' as const })}
            frame={formTexts(text)}
          />
        </>
      )}
    </>
  )
}
