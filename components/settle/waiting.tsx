import { dayTime } from '#app/format'
import { formTexts, plain } from '#app/plain'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { SettlementView } from '#services/settlement-view'
import { Decide, Withdraw } from '../staff/decide.tsx'
import styles from './settle.module.css'

interface WaitingProps {
  settlement: SettlementView
  locale: Locale
  text: Messages
}

/** What somebody proposed and somebody else has to decide. */
export function Waiting({ settlement, locale, text }: WaitingProps) {
  const words = text.settle
  if (settlement.waiting.length === 0) return null
  const island = { locale, text: plain(text.audit), frame: formTexts(text) }
  return (
    <section className={styles.waiting} aria-labelledby="waiting">
      <h2 id="waiting">{words.waiting}</h2>
      {settlement.waiting.map(line => (
        <div key={line.id} className={styles.proposal}>
          <h3>{words.act[line.kind as keyof typeof words.act]}</h3>
          {aboutOf(line, settlement, locale, text).map(fact => (
            <p key={fact}>{fact}</p>
          ))}
          <p className={styles.aside}>{words.proposed(line.proposedBy, dayTime(line.proposedAt, locale))}</p>
          {line.kind === 'draw-number' && line.mayDecide && <p>{words.checkNumber}</p>}
          {line.mayDecide && <Decide id={line.id} {...island} />}
          {line.mayWithdraw && <Withdraw id={line.id} {...island} />}
        </div>
      ))}
    </section>
  )
}

/** What is proposed, in words that the second person can check. */
function aboutOf(
  { kind, payload }: SettlementView['waiting'][number],
  { choices, lists, draws }: SettlementView,
  locale: Locale,
  text: Messages,
): string[] {
  const words = text.settle.about
  const given = payload as Record<string, string | number>
  const nameOf = (rule: unknown) => {
    const choice = choices.find(one => one.rule === rule)
    return choice ? said(choice.name, locale) : String(rule)
  }
  if (kind === 'draw-freeze') {
    const name = [nameOf(given.rule), given.scope].filter(Boolean).join(' · ')
    const source = words.source(String(given.source), dayTime(Number(given.at), locale))
    return [name, source, ...(given.repeatWhy ? [words.repeat(String(given.repeatWhy))] : [])]
  }
  if (kind === 'draw-number') {
    const draw = draws.find(({ id }) => id === given.draw)
    return [`${nameOf(draw?.rule)} · ${draw?.source ?? ''}`, words.number(String(given.number))]
  }
  const list = lists.find(({ id }) => id === given.list)
  return list ? [words.list(text.prize.kind[list.kind], list.winners.filter(({ tier }) => tier !== null).length)] : []
}
