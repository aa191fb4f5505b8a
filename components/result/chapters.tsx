import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { WireReviewed } from '#core/wire'
import type { Messages } from '#messages/zh'
import type { ChapterView } from '#services/handbook'
import styles from './chapters.module.css'

interface ChaptersProps {
  review: WireReviewed[]
  chapters: ChapterView[]
  locale: Locale
  words: Messages['result']
}

/** What one knows by chapter: a bar for eyes, the same in figures. */
export function Chapters({ review, chapters, locale, words }: ChaptersProps) {
  const nameOf = (number: number | null) => {
    const chapter = chapters.find(one => one.number === number)
    return chapter ? said(chapter.name, locale) : words.otherChapter
  }
  const byChapter = review.toSorted((a, b) => (a.chapter ?? 99) - (b.chapter ?? 99))
  const groups = Map.groupBy(byChapter, question => nameOf(question.chapter))
  return (
    <section className={styles.chapters}>
      <h2>{words.chapters}</h2>
      <p className={`${styles.intro} no-print`}>{words.practise}</p>
      <ul className={styles.list}>
        {[...groups].map(([name, questions]) => {
          const right = questions.filter(question => question.isRight).length
          return (
            <li key={name} className={styles.row}>
              {chapters.some(one => one.number === questions[0]?.chapter) ? (
                <a href={paths.practice(locale, { mode: 'chapter', chapter: questions[0]?.chapter ?? 0 })}>{name}</a>
              ) : (
                <span>{name}</span>
              )}
              <span className={styles.figure}>{words.chapterOf(right, questions.length)}</span>
              <Bar right={right} total={questions.length} />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** One cell a question. */
function Bar({ right, total }: { right: number; total: number }) {
  return (
    <svg className={styles.bar} viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} width={total} height="1" />
      <rect className={styles.filled} width={right} height="1" />
    </svg>
  )
}
