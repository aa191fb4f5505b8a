import { paths } from '#app/paths'
import { Tag } from '#components/tag'
import { fill } from '#core/fill'
import { type Locale, said } from '#core/locale'
import type { QuestionState } from '#core/question/state'
import type { WireBankRow } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import styles from './bank.module.css'

export const stateKind: Record<QuestionState, 'plain' | 'quiet' | 'good' | 'attention'> = {
  draft: 'plain',
  waiting: 'attention',
  reviewed: 'plain',
  published: 'good',
  retired: 'quiet',
}

/** Questions of one page, each with a box to select it. */
export function BankRows({ rows, locale, text }: { rows: readonly WireBankRow[]; locale: Locale; text: Messages }) {
  return (
    <ol className={styles.rows}>
      {rows.map(row => (
        <Row key={row.id} row={row} locale={locale} text={text} />
      ))}
    </ol>
  )
}

function Row({ row, locale, text }: { row: WireBankRow; locale: Locale; text: Messages }) {
  const { bank, bankWork } = text
  const words = bankWork.list
  const inChinese = locale === 'en' && !row.english ? { lang: 'zh-CN' } : {}
  return (
    <li className={styles.row}>
      <label className={styles.tick}>
        <input type="checkbox" name="question" value={row.id} />
        <span className="spoken">{fill(words.select, { number: row.number })}</span>
      </label>
      <div className={styles.what}>
        <a href={paths.staffQuestion(locale, row.id)} className={styles.stem} {...inChinese}>
          {said(row.stem, locale)}
        </a>
        <p className={styles.meta}>
          <span className={styles.number}>{row.number}</span>
          <span>{bank.kinds[row.kind]}</span>
          <span>{bank.level(row.level)}</span>
          {row.chapter !== null && <span>{bank.chapter(row.chapter)}</span>}
          <span>{row.set.name}</span>
          {!row.english && <span>{words.noEnglish}</span>}
          <Use use={row.use} words={words} />
          {row.reports > 0 && <span className={styles.reported}>{words.reports(row.reports)}</span>}
        </p>
      </div>
      <p className={styles.state}>
        {row.inUse && row.state !== 'published' && <Tag kind="good">{bankWork.states.published}</Tag>}
        <Tag kind={stateKind[row.state]}>
          {row.inUse && row.state !== 'published' && `${words.changing} · `}
          {bankWork.states[row.state]}
        </Tag>
      </p>
    </li>
  )
}

/** What contests have shown of a question. */
export function Use({ use, words }: { use: WireBankRow['use']; words: Messages['bankWork']['list'] }) {
  if (use.shown === 0 || use.facility === null) return <span>{words.use.unused}</span>
  return (
    <>
      <span>{words.shown(use.shown)}</span>
      <span>{words.facility(Math.round(use.facility / 10))}</span>
      {use.discrimination !== null && <span>{words.discrimination((use.discrimination / 1000).toFixed(2))}</span>}
    </>
  )
}
