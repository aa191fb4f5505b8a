import { letterAt } from '#core/bank/answer'
import type { Locale } from '#core/locale'
import type { Change } from '#core/question/difference'
import type { Messages } from '#messages/zh'
import styles from './changes.module.css'

/** What one revision changed, word by word: gone words are struck out, new ones underlined, and ears are told. */
export function Changes({ changes, locale, text }: { changes: readonly Change[]; locale: Locale; text: Messages }) {
  const words = text.bankWork.history
  return (
    <dl className={styles.changes}>
      {changes.map(change => (
        <div key={`${change.field} ${change.option} ${change.locale}`}>
          <dt>
            {words.field[change.field]}
            {change.option !== undefined && ` ${letterAt(change.option)}`}
            {change.locale === 'en' && ` · ${words.english}`}
          </dt>
          <dd lang={langOf(change, locale)}>
            {change.parts.map((part, at) => {
              const said = wordFor(change, part.text, text)
              // Parts of one text have no names of their own: their place is what tells them apart.
              const key = `${at} ${part.is}`
              if (part.is === 'same') return <span key={key}>{said}</span>
              return part.is === 'gone' ? (
                <del key={key}>
                  <span className="spoken">{words.gone}</span>
                  {said}
                </del>
              ) : (
                <ins key={key}>
                  <span className="spoken">{words.new}</span>
                  {said}
                </ins>
              )
            })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const langOf = ({ locale: written }: Change, locale: Locale): string | undefined =>
  written === undefined || written === locale ? undefined : written === 'zh' ? 'zh-CN' : 'en'

const wordFor = ({ field }: Change, said: string, { bank }: Messages): string =>
  field === 'kind' ? bank.kinds[said as keyof typeof bank.kinds] : said
