import { dayTime } from '#app/format'
import type { Plain } from '#app/plain'
import { Tag } from '#components/tag'
import { fill } from '#core/fill'
import { type Locale, said } from '#core/locale'
import type { WireDecision, WireRegrade } from '#core/wire-regrade'
import type { Messages } from '#messages/zh'
import type { FormCommon } from '../use-form.ts'
import { letterOf } from './items.tsx'
import { Settling } from './settling.tsx'
import styles from './statistics.module.css'
import { Undo } from './undo.tsx'

interface RegradesProps {
  regrades: WireRegrade[]
  locale: Locale
  slug: string
  words: Messages['statistics']
  text: Plain<Messages['statistics']>
  frame: FormCommon
}

/** Decisions about questions of a contest: who took them, why, and what became of them. */
export function Regrades({ regrades, locale, slug, words, text, frame }: RegradesProps) {
  if (regrades.length === 0) return <p>{words.listNone}</p>
  return (
    <ol className={styles.regrades}>
      {regrades.map(row => (
        <li key={row.id} className={styles.regrade}>
          <p className={styles.about}>
            <Tag kind={row.undone ? 'quiet' : 'attention'}>{row.undone ? words.undone : words.inForce}</Tag>
            <span>{fill(words.by, { by: row.by, at: dayTime(row.at, locale) })}</span>
          </p>
          <p>
            <strong>{row.number}</strong> {said(row.stem, locale)}
          </p>
          <p>{decisionSaid(row.decision, words)}</p>
          <p className={styles.times}>
            {words.reason}
            {locale === 'zh' ? '：' : ': '}
            {row.reason}
          </p>
          {row.undone && (
            <p>
              {fill(words.undoneBy, {
                by: row.undone.by,
                at: dayTime(row.undone.at, locale),
                reason: row.undone.reason,
              })}
            </p>
          )}
          {row.settledAt === null && <Settling marked={row.marked} total={row.total} text={text.settling} />}
          {row.undone === null && row.settledAt !== null && (
            <Undo locale={locale} slug={slug} id={row.id} text={text} frame={frame} />
          )}
        </li>
      ))}
    </ol>
  )
}

const decisionSaid = (decision: WireDecision, words: Messages['statistics']): string =>
  decision.kind === 'accept'
    ? words.accepted(decision.choices.map(options => options.map(letterOf).join('')).join(' · '))
    : words.decide[decision.kind]
