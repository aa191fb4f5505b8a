import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { reportTexts } from '#app/plain'
import { Back } from '#components/back'
import { ChapterFigure } from '#components/drawings/chapter'
import { Overview } from '#components/practice/overview'
import { Session } from '#components/practice/session'
import { type Locale, said } from '#core/locale'
import { type PracticeAsk, practiceAskFrom } from '#core/practice/session'
import type { Messages } from '#messages/zh'
import { chaptersOf } from '#services/handbook'
import { practiceChapters } from '#services/practice-questions'
import { runtime } from '#services/runtime'
import styles from './practice.module.css'

interface PracticeProps {
  params: LocaleParams
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params, searchParams }: PracticeProps): Promise<Metadata> {
  const { locale, text } = await speak(params)
  const ask = practiceAskFrom(await searchParams)
  const title = ask && (await titleOf(ask, locale, text.practice))
  return title ? { title, robots: { index: false } } : { title: text.practice.title }
}

/** The same page for everyone: who practises, and how far they are, the islands ask of the API. */
export default async function Practice({ params, searchParams }: PracticeProps) {
  const { locale, text } = await speak(params)
  const words = text.practice
  const ask = practiceAskFrom(await searchParams)
  if (ask) {
    const title = await titleOf(ask, locale, words)
    if (!title) notFound()
    return (
      <div className="wrap">
        <Back href={paths.practice(locale)}>{words.title}</Back>
        <h1 className={styles.title}>{title}</h1>
        <noscript>{words.needsScript}</noscript>
        <Session ask={ask} locale={locale} words={words} report={reportTexts(text)} />
      </div>
    )
  }
  const chapters = (await practiceChapters(runtime())).map(({ number, name, questions }) => ({
    number,
    name: said(name, locale),
    questions,
    figure: <ChapterFigure chapter={number} />,
  }))
  return (
    <div className={`wrap ${styles.overview}`}>
      <div className="flow">
        <h1>{words.title}</h1>
        <p>{chapters.length > 0 ? words.lead : words.none}</p>
        <noscript>{words.needsScript}</noscript>
      </div>
      <Overview chapters={chapters} locale={locale} words={words} />
    </div>
  )
}

/** @returns null for a chapter or an entry that is not there */
async function titleOf(ask: PracticeAsk, locale: Locale, words: Messages['practice']): Promise<string | null> {
  switch (ask.mode) {
    case 'due':
    case 'mistakes':
    case 'mixed':
      return words[ask.mode]
    case 'chapter': {
      const chapter = (await chaptersOf(runtime())).find(({ number }) => number === ask.chapter)
      return chapter ? said(chapter.name, locale) : null
    }
    case 'entry': {
      const entries = (await chaptersOf(runtime())).flatMap(chapter => chapter.entries)
      const entry = entries.find(({ id }) => id === ask.entry)
      return entry ? said(entry.title, locale) : null
    }
    default:
      return ask.mode satisfies never
  }
}
