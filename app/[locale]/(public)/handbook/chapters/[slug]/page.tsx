import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { speak } from '#app/locale'
import { paths } from '#app/paths'
import { Back } from '#components/back'
import { ChapterFigure } from '#components/drawings/chapter'
import { Phrases } from '#components/phrases'
import { entryAddress } from '#core/bank/entry'
import { type Locale, said } from '#core/locale'
import { type ChapterView, chaptersOf } from '#services/handbook'
import { practiceChapters } from '#services/practice-questions'
import { runtime } from '#services/runtime'
import styles from './chapter.module.css'

interface ChapterProps {
  params: Promise<{ locale: string; slug: string }>
}

/** The chapter of an address, with its neighbours. */
async function chapterOf({ params }: ChapterProps) {
  const { slug } = await params
  const chapters = await chaptersOf(runtime())
  const at = chapters.findIndex(chapter => chapter.slug === slug)
  const chapter = chapters[at]
  return chapter ? { chapter, before: chapters[at - 1], after: chapters[at + 1] } : null
}

export async function generateMetadata(props: ChapterProps): Promise<Metadata> {
  const { locale } = await speak(props.params)
  const found = await chapterOf(props)
  return { title: found ? said(found.chapter.name, locale) : undefined }
}

/** One chapter of the handbook: its entries, and practising it. */
export default async function Chapter(props: ChapterProps) {
  const { locale, text } = await speak(props.params)
  const found = await chapterOf(props)
  if (!found) notFound()
  const { chapter, before, after } = found
  const words = text.handbook
  const canPractise = (await practiceChapters(runtime())).some(({ number }) => number === chapter.number)
  return (
    <div className={`wrap ${styles.page}`}>
      <Back href={paths.handbook(locale)}>{words.title}</Back>
      <header className={styles.head}>
        <ChapterFigure chapter={chapter.number} large />
        <div>
          <p className={styles.number}>{words.chapter(chapter.number)}</p>
          <h1>
            <Phrases of={said(chapter.name, locale)} />
          </h1>
        </div>
      </header>
      <ol className={styles.entries}>
        {chapter.entries.map(entry => (
          <li key={entry.id}>
            <a href={paths.entry(locale, entryAddress(entry))}>
              <span className={styles.id}>{entry.id}</span>
              <span>{said(entry.title, locale)}</span>
            </a>
          </li>
        ))}
      </ol>
      {canPractise && (
        <p className={styles.practise}>
          <a href={paths.practice(locale, { mode: 'chapter', chapter: chapter.number })}>
            {text.practice.practiseChapter}
          </a>
        </p>
      )}
      <nav className={styles.neighbours} aria-label={words.chapters}>
        {before && <Neighbour chapter={before} locale={locale} rel="prev" label={words.before} />}
        {after && <Neighbour chapter={after} locale={locale} rel="next" label={words.after} />}
      </nav>
    </div>
  )
}

interface NeighbourProps {
  chapter: ChapterView
  locale: Locale
  rel: 'prev' | 'next'
  label: string
}

const Neighbour = ({ chapter, locale, rel, label }: NeighbourProps) => (
  <a className={styles[rel]} rel={rel} href={paths.chapter(locale, chapter.slug)}>
    <small>{label}</small>
    {said(chapter.name, locale)}
  </a>
)
