import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ActForm } from '#components/watch/act-form'
import { ExtraForm } from '#components/watch/extra-form'
import { Live } from '#components/watch/live'
import { Notices } from '#components/watch/notices'
import { UndoExtra } from '#components/watch/undo-extra'
import { said } from '#core/locale'
import { contestForStaff } from '#services/contest-view'
import { extraTimes } from '#services/extra-time'
import { runtime } from '#services/runtime'
import { noticesFor } from '#services/watch'
import { watchNumbers } from '#services/watch-numbers'
import styles from '../../../../../../components/staff/staff.module.css'
import watchStyles from '../../../../../../components/watch/watch.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.watch.title,
})

/** The contest as it runs, and what can be done about it. */
export default async function Watch({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const allowed = await staffWith(locale, 'contests.write', paths.staffWatch(locale, slug))
  const rt = runtime()
  const [contest, numbers, extra, notices] = await Promise.all([
    contestForStaff(rt, allowed, slug),
    watchNumbers(rt, allowed, slug, locale),
    extraTimes(rt, allowed, slug),
    noticesFor(rt, slug),
  ])
  if (!contest.ok || !numbers.ok || !extra.ok) notFound()
  const words = text.watch
  const base = `/api/v1/staff/contests/${encodeURIComponent(slug)}`
  const islands = { base, locale, text: plain(words), frame: formTexts(text) }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContest(locale, slug)}>{said(contest.value.title, locale)}</Back>
      <h1>{words.title}</h1>
      <Notices {...{ notices, locale, words }} />
      <Live first={numbers.value} path={`${base}/watch?locale=${locale}`} text={islands.text} />
      <div className={watchStyles.acts}>
        <section className={watchStyles.form}>
          <h2>{words.acts}</h2>
          <p className={styles.lead}>{words.actsLead}</p>
          <ActForm
            {...islands}
            paused={numbers.value.paused}
            closesAt={contest.value.closesAt}
            dateHint={text.setup.zone}
          />
        </section>
        <section className={watchStyles.form}>
          <h2>{words.extra}</h2>
          <p className={styles.lead}>{words.extraLead}</p>
          <ExtraForm {...islands} />
          {extra.value.length === 0 ? (
            <p className={styles.lead}>{words.extraNone}</p>
          ) : (
            <ul>
              {extra.value.map(one => (
                <li key={one.id}>
                  {one.phone} {one.name} · {words.extraLine(one.percent, dayTime(one.grantedAt, locale))} · {one.reason}{' '}
                  {one.undoneAt === null ? (
                    <UndoExtra
                      path={`${base}/extra-times/${one.id}/undoing?locale=${locale}`}
                      label={words.undo}
                      offline={text.frame.offline}
                    />
                  ) : (
                    words.undone
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  )
}
