import { paths } from '#app/paths'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import type { ChapterView } from '#services/handbook'
import { ChapterFigure } from '../drawings/chapter.tsx'
import styles from './contents.module.css'

interface ContentsProps {
  chapters: ChapterView[]
  locale: Locale
  words: Messages['handbook']
}

/** The handbook's chapters with their figures: below its front page, and where a search ends. */
export function Contents({ chapters, locale, words }: ContentsProps) {
  return (
    <nav aria-label={words.chapters}>
      <ol className={styles.chapters}>
        {chapters.map(chapter => (
          <li key={chapter.number}>
            <a href={paths.chapter(locale, chapter.slug)}>
              <ChapterFigure chapter={chapter.number} />
              <span>
                {said(chapter.name, locale)}
                <small className={styles.count}>{words.count(chapter.entries.length)}</small>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
