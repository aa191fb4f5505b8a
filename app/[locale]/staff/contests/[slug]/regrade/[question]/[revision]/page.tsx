import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { Phrases } from '#components/phrases'
import { letterOf } from '#components/staff/statistics/items'
import { RegradeForm } from '#components/staff/statistics/regrade-form'
import { type Locale, said } from '#core/locale'
import type { Messages } from '#messages/zh'
import { contestForStaff } from '#services/contest-view'
import { unitsOf } from '#services/region'
import { questionToRegrade, type RegradeQuestion } from '#services/regrade-view'
import { runtime } from '#services/runtime'
import staffStyles from '../../../../../../../../components/staff/staff.module.css'
import styles from '../../../../../../../../components/staff/statistics/statistics.module.css'

type Params = LocaleParams & Promise<{ slug: string; question: string; revision: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.statistics.regradeTitle,
})

/** One question whose key is in doubt: what stands there, what people chose, and what to do about it. */
export default async function RegradePage({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug, question, revision } = await params
  const number = /^\d{1,6}$/.test(revision) ? Number(revision) : 0
  const allowed = await staffWith(locale, 'contests.write', paths.staffRegrade(locale, slug, question, number))
  const found = await questionToRegrade(runtime(), allowed, slug, question, number)
  const contest = await contestForStaff(runtime(), allowed, slug)
  if (!found.ok || !contest.ok) notFound()
  const words = text.statistics
  const { kind, options } = found.value
  const units = await unitsOf(runtime(), contest.value.edition)
  return (
    <div className={`wrap wrap-wide ${staffStyles.page}`}>
      <Back href={paths.staffStatistics(locale, slug)}>{words.regradeBack}</Back>
      <h1>
        <Phrases of={words.regradeTitle} />
      </h1>
      <p className={staffStyles.lead}>{words.regradeLead}</p>
      <Question question={found.value} locale={locale} words={words} />
      <RegradeForm
        {...{ locale, slug, question, kind, revision: number }}
        options={options.flatMap(({ text, times, right }, option) =>
          right && kind !== 'multiple'
            ? []
            : [
                {
                  value: String(option),
                  label: `${letterOf(option)} ${said(text, locale)}`,
                  note: words.chosenBy(times),
                },
              ],
        )}
        regions={Object.fromEntries(units.map(unit => [unit.slug, locale === 'zh' ? unit.nameZh : unit.nameEn]))}
        then={`${paths.staffStatistics(locale, slug)}#regrades`}
        text={plain(words)}
        prizeText={plain(text.regrade)}
        frame={formTexts(text)}
      />
    </div>
  )
}

interface QuestionProps {
  question: RegradeQuestion
  locale: Locale
  words: Messages['statistics']
}

function Question({ question, locale, words }: QuestionProps) {
  const { number, kind, scenario, stem, options } = question
  return (
    <section className={styles.regrade} aria-label={number}>
      <p className={styles.about}>
        <strong>{number}</strong> <span>{words.kind[kind]}</span>
      </p>
      {scenario && <p>{said(scenario, locale)}</p>}
      <p>{said(stem, locale)}</p>
      <ol className={styles.options}>
        {options.map(({ text, times, right }, option) => (
          <li key={letterOf(option)} className={right ? styles.key : undefined}>
            <span className={styles.letter}>{letterOf(option)}</span> {said(text, locale)}
            {right && ` ✓ ${words.isKey}`} <span className={styles.times}>{words.chosenBy(times)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
