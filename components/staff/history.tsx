import { dayTime } from '#app/format'
import { Tag } from '#components/tag'
import type { Locale } from '#core/locale'
import type { WireQuestionView } from '#core/wire-bank'
import type { Messages } from '#messages/zh'
import styles from './bank.module.css'
import { Changes } from './changes.tsx'
import view from './question-view.module.css'
import { Restore } from './restore.tsx'
import staff from './staff.module.css'

interface HistoryProps {
  question: WireQuestionView
  locale: Locale
  text: Messages
}

/** Who did what and when, and what each revision changed. */
export function History({ question, locale, text }: HistoryProps) {
  const words = text.bankWork.history
  return (
    <>
      <section className={view.part}>
        <h2>{words.title}</h2>
        {question.history.length === 0 && <p className={staff.hint}>{words.none}</p>}
        <ol className={view.history}>
          {question.history.map(line => (
            <li key={line.id}>
              <span className={view.when}>{dayTime(line.at, locale)}</span>
              <span>
                <strong>{words.act[line.act]}</strong> {words.byWhom(line.by)}
                {line.revision !== null && <span className={styles.number}> {words.revision(line.revision)}</span>}
                {line.note && <span className={view.noteLine}>{line.note}</span>}
                {line.undone && (
                  <span className={view.noteLine}>
                    <Tag kind="quiet">{words.undone(line.undone.by, dayTime(line.undone.at, locale))}</Tag>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <section className={view.part}>
        <h2>{words.revisions}</h2>
        {question.revisions.map(revision => (
          <details key={revision.number} className={view.revision}>
            <summary>
              <strong>{words.revision(revision.number)}</strong>{' '}
              {words.made(revision.by ?? text.bankWork.view.product, dayTime(revision.at, locale))}{' '}
              {revision.inUse && <Tag kind="good">{words.inUse}</Tag>}
              {revision.number === question.revision && !revision.inUse && <Tag>{words.newest}</Tag>}
            </summary>
            {revision.changes === null ? (
              <p className={staff.hint}>{words.first}</p>
            ) : (
              <Changes changes={revision.changes} locale={locale} text={text} />
            )}
            {question.mayWrite && revision.number !== question.revision && (
              <Restore
                locale={locale}
                question={question.id}
                base={question.revision}
                revision={revision.number}
                text={{ restore: words.restore, restoring: words.restoring }}
                offline={text.frame.offline}
              />
            )}
          </details>
        ))}
      </section>
    </>
  )
}
