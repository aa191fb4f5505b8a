import type { Metadata } from 'next'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { plain } from '#app/plain'
import { ChapterFigure } from '#components/drawings/chapter'
import { SearchBox } from '#components/handbook/search-box'
import { Tag } from '#components/tag'
import { entryAddress } from '#core/bank/entry'
import { said } from '#core/locale'
import { chaptersOf } from '#services/handbook'
import { practiceChapters } from '#services/practice-questions'
import { runtime } from '#services/runtime'
import styles from './handbook.module.css'

export const generateMetadata = async ({ params }: { params: LocaleParams }): Promise<Metadata> => ({
  title: (await speak(params)).text.handbook.title,
})

export default async function Handbook({ params }: { params: LocaleParams }) {
  const { locale, text } = await speak(params)
  const words = text.handbook
  const chapters = await chaptersOf(runtime())
  const toPractise = new Set((await practiceChapters(runtime())).map(({ number }) => number))
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <div className="flow">
        <h1>{words.title}</h1>
        <p>{chapters.length > 0 ? words.lead : words.none}</p>
        <SearchBox locale={locale} words={plain(words)} />
        <p className={styles.more}>
          <a href={paths.glossary(locale)}>{words.glossary}</a>
          <a href={paths.booklet(locale)}>{words.booklet}</a>
        </p>
      </div>
      <nav className={styles.contents} aria-label={words.chapters}>
        <ol className={styles.chapters}>
          {chapters.map(chapter => (
            <li key={chapter.number}>
              <a href={`#${chapter.slug}`}>
                <ChapterFigure chapter={chapter.number} />
                <span>{said(chapter.name, locale)}</span>
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.sections}>
        {chapters.map(chapter => (
          <section key={chapter.number} id={chapter.slug} className={styles.chapter}>
            <p className={styles.number}>{words.chapter(chapter.number)}</p>
            <h2>{said(chapter.name, locale)}</h2>
            <ul className={styles.entries}>
              {chapter.entries.map(entry => (
                <li key={entry.id}>
                  <a href={paths.entry(locale, entryAddress(entry))}>
                    <span className={styles.id}>{entry.id}</span>
                    <span>{said(entry.title, locale)}</span>
                    {entry.core && <Tag kind="quiet">{words.core}</Tag>}
                  </a>
                </li>
              ))}
            </ul>
            {toPractise.has(chapter.number) && (
              <p className={styles.practise}>
                <a href={paths.practice(locale, { mode: 'chapter', chapter: chapter.number })}>
                  {text.practice.practiseChapter}
                  <span className="spoken">{said(chapter.name, locale)}</span>
                </a>
              </p>
            )}
          </section>
        ))}
      </div>
      <p className={styles.note}>
        {words.notAdvice} {words.licence}
      </p>
    </div>
  )
}
