import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { Back } from '#components/back'
import { Pagination } from '#components/pagination'
import { Explained } from '#components/result/reviewed'
import { said } from '#core/locale'
import { answerKey } from '#services/answer-key'
import { contestBySlug } from '#services/contest'
import { runtime } from '#services/runtime'
import styles from './answers.module.css'

interface AnswersProps {
  params: LocaleParams & Promise<{ slug: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata({ params }: AnswersProps): Promise<Metadata> {
  return { title: (await speak(params)).text.contest.answerKey }
}

/** The answer key of a contest that is over, where its rules promise one. */
export default async function AnswersPage({ params, searchParams }: AnswersProps) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const asked = (await searchParams).page
  const number = typeof asked === 'string' && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
  const contest = await contestBySlug(runtime(), slug)
  const key = await answerKey(runtime(), slug, number, locale)
  if (!contest || !key) notFound()
  const words = text.contest
  const to = (page: number, label: string) =>
    page < 1 || page > key.pages ? null : { href: paths.answers(locale, slug, page), label }
  return (
    <div className="wrap flow">
      <Back href={paths.contest(locale, slug)}>{said(contest.title, locale)}</Back>
      <h1>{words.answerKey}</h1>
      {key.questions.map(question => (
        <article key={question.position} className={`flow ${styles.answer}`}>
          <h2>
            {text.result.question(question.position)} · {text.result.kind[question.kind]}
          </h2>
          <Explained question={question} locale={locale} words={text.result} />
        </article>
      ))}
      {key.pages > 1 && <p>{words.keyPage(key.page, key.pages)}</p>}
      <Pagination
        label={text.frame.pages}
        previous={to(key.page - 1, words.keyBefore)}
        next={to(key.page + 1, words.keyAfter)}
      />
    </div>
  )
}
