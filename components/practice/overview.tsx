'use client'
/** What is due, what went wrong, and every chapter with how far one is. Kept pages know nobody: the figures come here. */
import { useEffect, useState } from 'react'
import { paths } from '#app/paths'
import { fill } from '#core/fill'
import type { Locale } from '#core/locale'
import { type Progress, progressOf } from '#core/practice/progress'
import { Button } from '../button.tsx'
import { Notice } from '../notice.tsx'
import { askIn } from '../paper/api.ts'
import { account, apart, handIn, leaveApart, readCards } from './cards.ts'
import styles from './overview.module.css'
import type { Words } from './words.ts'

export interface OverviewChapter {
  number: number
  name: string
  questions: string[]
  figure: React.ReactNode
}

interface OverviewProps {
  chapters: OverviewChapter[]
  locale: Locale
  words: Words
}

interface Seen {
  progress: Progress | null
  /** Null until known. */
  signedIn: boolean | null
  failed: boolean
  /** Cards that might be somebody else's. */
  apart: number
  merged: boolean
}

export function Overview({ chapters, locale, words }: OverviewProps) {
  const [seen, setSeen] = useState<Seen>({ progress: null, signedIn: null, failed: false, apart: 0, merged: false })
  useEffect(() => {
    void account(askIn(locale)).then(({ progress, failed }) =>
      setSeen({
        progress: progress ?? (failed ? null : progressOf(chapters, readCards(), Date.now())),
        signedIn: failed ? null : progress !== null,
        failed,
        apart: progress ? apart() : 0,
        merged: false,
      }),
    )
  }, [chapters, locale])

  const merge = async () => {
    const progress = await handIn(askIn(locale))
    setSeen(known => (progress ? { ...known, progress, apart: 0, merged: true } : { ...known, failed: true }))
  }
  const leave = () => {
    leaveApart()
    setSeen(known => ({ ...known, apart: 0 }))
  }

  const { progress } = seen
  return (
    <>
      <div role="status" className={styles.news}>
        {seen.failed && <Notice kind="attention">{words.failed}</Notice>}
        {seen.merged && <Notice kind="good">{words.mergeDone}</Notice>}
      </div>
      {seen.apart > 0 && (
        <Notice title={fill(words.mergeTitle, { n: seen.apart })}>
          <p>{words.mergeText}</p>
          <p className={styles.acts}>
            <Button onClick={() => void merge()}>{words.mergeYes}</Button>
            <Button kind="quiet" onClick={leave}>
              {words.mergeNo}
            </Button>
          </p>
        </Notice>
      )}
      <section>
        <h2 className={styles.heading}>{words.today}</h2>
        <ul className={styles.today}>
          <Today
            href={paths.practice(locale, { mode: 'due' })}
            name={words.due}
            n={progress?.due}
            some={words.dueSome}
            none={words.dueNone}
          />
          <Today
            href={paths.practice(locale, { mode: 'mistakes' })}
            name={words.mistakes}
            n={progress?.mistakes}
            some={words.mistakesSome}
            none={words.mistakesNone}
          />
          <li>
            <a className={styles.way} href={paths.practice(locale, { mode: 'mixed' })}>
              <span>{words.mixed}</span>
              <span className={styles.figure}>{words.mixedHint}</span>
            </a>
          </li>
        </ul>
      </section>
      <section>
        <h2 className={styles.heading}>{words.chapters}</h2>
        <ul className={styles.chapters}>
          {chapters.map(chapter => (
            <li key={chapter.number}>
              <a className={styles.chapter} href={paths.practice(locale, { mode: 'chapter', chapter: chapter.number })}>
                {chapter.figure}
                <span className={styles.name}>{chapter.name}</span>
                <ChapterProgress chapter={chapter} progress={progress} words={words} />
              </a>
            </li>
          ))}
        </ul>
        <p className={styles.note}>{words.legend}</p>
      </section>
      {seen.signedIn === false && (
        <p className={styles.note}>
          {words.guest} <a href={paths.signIn(locale, paths.practice(locale))}>{words.signIn}</a>
        </p>
      )}
    </>
  )
}

interface TodayProps {
  href: string
  name: string
  /** Undefined until known. */
  n: number | undefined
  some: string
  none: string
}

/** Nothing to do is said, not linked. */
function Today({ href, name, n, some, none }: TodayProps) {
  if (n === 0)
    return (
      <li className={styles.way}>
        <span>{name}</span>
        <span className={styles.figure}>{none}</span>
      </li>
    )
  return (
    <li>
      <a className={styles.way} href={href}>
        <span>{name}</span>
        {n !== undefined && <strong className={styles.number}>{fill(some, { n })}</strong>}
      </a>
    </li>
  )
}

interface ChapterProgressProps {
  chapter: OverviewChapter
  progress: Progress | null
  words: Words
}

/** Known over met over all: a bar for eyes, the same in figures. */
function ChapterProgress({ chapter, progress, words }: ChapterProgressProps) {
  const total = chapter.questions.length
  const { met = 0, known = 0 } = progress?.chapters.find(one => one.number === chapter.number) ?? {}
  return (
    <>
      <span className={styles.figure}>
        {met > 0 ? fill(words.progress, { met, total, known }) : fill(words.untouched, { total })}
      </span>
      <svg className={styles.bar} viewBox={`0 0 ${total} 1`} preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.ground} width={total} height="1" />
        <rect className={styles.met} width={met} height="1" />
        <rect className={styles.known} width={known} height="1" />
      </svg>
    </>
  )
}
