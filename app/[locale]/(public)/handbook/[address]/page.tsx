import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { speak } from '#app/locale'
import { paths } from '#app/paths'
import { reportTexts } from '#app/plain'
import { Back } from '#components/back'
import { ChapterFigure } from '#components/drawings/chapter'
import { ErrorReport } from '#components/error-report'
import { Version } from '#components/handbook/version'
import { Notice } from '#components/notice'
import { Phrases } from '#components/phrases'
import { TryQuestions } from '#components/practice/try-questions'
import { lawDay } from '#core/bank/cite'
import { entryAddress } from '#core/bank/entry'
import { dayOf } from '#core/day'
import { said } from '#core/locale'
import { chaptersOf, entryByAddress } from '#services/handbook'
import { heldBack } from '#services/held-back'
import { practisableWith } from '#services/practice-questions'
import { runtime } from '#services/runtime'
import styles from './entry.module.css'

interface EntryProps {
  params: Promise<{ locale: string; address: string }>
}

const entryOf = async ({ params }: EntryProps) => entryByAddress(runtime(), (await params).address)

export async function generateMetadata(props: EntryProps): Promise<Metadata> {
  const { locale } = await speak(props.params)
  const entry = await entryOf(props)
  return { title: entry ? said(entry.title, locale) : undefined }
}

export default async function Entry(props: EntryProps) {
  const { locale, text } = await speak(props.params)
  const entry = await entryOf(props)
  if (!entry) notFound()
  const words = text.handbook
  const today = dayOf(runtime().clock.now())
  const chapters = await chaptersOf(runtime())
  const chapter = chapters.find(({ number }) => number === entry.chapter)
  const related = chapters.flatMap(({ entries }) => entries).filter(({ id }) => entry.related.includes(id))
  const two = entry.versions.length > 1
  const held = await heldBack(runtime(), today)
  return (
    <article className={`wrap ${two ? styles.two : ''}`}>
      <Back href={paths.chapter(locale, chapter?.slug ?? '')}>{said(entry.chapterName, locale)}</Back>
      <header className={styles.head}>
        <ChapterFigure chapter={entry.chapter} large />
        <div>
          <p className={styles.id}>{entry.id}</p>
          <h1>
            <Phrases of={said(entry.title, locale)} />
          </h1>
        </div>
      </header>
      {entry.status === 'verify' && <Notice kind="attention">{words.unverified}</Notice>}
      {held.entries.has(entry.id) && <Notice kind="attention">{text.upkeep.underReview}</Notice>}
      {two && <p className={styles.lead}>{words.versions}</p>}
      <div className={styles.versions}>
        {entry.versions.map(version => (
          <Version key={version.validFrom} version={version} entry={entry} today={today} locale={locale} text={words} />
        ))}
      </div>
      <TryQuestions
        n={await practisableWith(runtime(), entry.id)}
        href={paths.practice(locale, { mode: 'entry', entry: entry.id })}
        words={text.practice}
      />
      <ErrorReport about={{ subject: 'entry', id: entry.id }} locale={locale} words={reportTexts(text)} />
      {related.length > 0 && (
        <section className={styles.related}>
          <h2>{words.related}</h2>
          <ul>
            {related.map(other => (
              <li key={other.id}>
                <a href={paths.entry(locale, entryAddress(other))}>{said(other.title, locale)}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={styles.note}>
        {words.checked(lawDay(entry.checkedOn, locale))}
        {locale === 'zh' ? '。' : '. '}
        {words.notAdvice} {words.licence}
      </p>
    </article>
  )
}
