import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { AmendForm } from '#components/staff/amend-form'
import { article as named } from '#core/bank/cite'
import { dayOf } from '#core/day'
import { said } from '#core/locale'
import { citedLawsOf, touchedBy } from '#services/amendment'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'
import own from '../laws.module.css'

interface LawProps {
  params: Promise<{ locale: string; code: string }>
  searchParams: Promise<{ article?: string }>
}

export const generateMetadata = async ({ params }: LawProps): Promise<Metadata> => ({
  title: (await speak(params)).text.upkeep.lawsTitle,
})

/** One law: its cited articles; of the chosen one, exactly what cites it, and the form that marks it. */
export default async function Law({ params, searchParams }: LawProps) {
  const { locale, text } = await speak(params)
  const { code } = await params
  const allowed = await staffWith(locale, 'questions.write', paths.staffLaw(locale, code))
  const law = (await citedLawsOf(runtime(), allowed)).find(found => found.code === code)
  if (!law) notFound()
  const words = text.upkeep
  const { article } = await searchParams
  const chosen = law.articles.find(found => found.article === article)
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffLaws(locale)}>{words.lawsTitle}</Back>
      <h1>{words.articlesOf(said(law.name, locale))}</h1>
      <p className={styles.lead}>{words.chooseArticle}</p>
      <ul className={own.articles}>
        {law.articles.map(({ article: number, entries, questions }) => (
          <li key={number}>
            <a
              href={`${paths.staffLaw(locale, code, number)}#touched`}
              aria-current={number === chosen?.article ? 'true' : undefined}
            >
              <strong>{named(number, locale)}</strong>
              <small>{words.touchedCount(entries, questions)}</small>
            </a>
          </li>
        ))}
      </ul>
      {chosen && <Chosen {...{ allowed, code, article: chosen.article, locale, text }} />}
    </div>
  )
}

type ChosenProps = {
  allowed: Awaited<ReturnType<typeof staffWith<'questions.write'>>>
  code: string
  article: string
} & Awaited<ReturnType<typeof speak>>

async function Chosen({ allowed, code, article, locale, text }: ChosenProps) {
  const found = await touchedBy(runtime(), allowed, { law: code, article })
  if (!found.ok) notFound()
  const words = text.upkeep
  const { touched, contests } = found.value
  return (
    <>
      <h2 id="touched">{words.touchedTitle(named(article, locale))}</h2>
      <ul className={own.touched}>
        {touched.map(item => (
          <li key={`${item.subject} ${item.id}`}>
            <a
              href={item.subject === 'entry' ? paths.entry(locale, item.address) : paths.staffQuestion(locale, item.id)}
            >
              {item.number} {said(item.text, locale)}
            </a>
          </li>
        ))}
      </ul>
      <h2>{words.markTitle}</h2>
      <AmendForm
        locale={locale}
        law={code}
        article={article}
        effects={contests.map(({ title, lastDay, loses, left, needed }) => ({
          lastDay,
          loses: words.effect(said(title, locale), loses, left),
          tooFew: left < needed ? words.tooFew(needed) : null,
        }))}
        today={dayOf(runtime().clock.now())}
        then={paths.staffLaws(locale)}
        text={plain(words)}
        frame={formTexts(text)}
      />
    </>
  )
}
