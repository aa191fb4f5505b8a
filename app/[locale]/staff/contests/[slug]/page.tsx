import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { dayTime, limit } from '#app/format'
import { type LocaleParams, speak } from '#app/locale'
import { paths } from '#app/paths'
import { formTexts, plain } from '#app/plain'
import { staffWith } from '#app/staff'
import { Back } from '#components/back'
import { ButtonLink } from '#components/button'
import { Phrases } from '#components/phrases'
import { Boards } from '#components/staff/boards'
import { InviteForm } from '#components/staff/invite-form'
import { LiveNumbers } from '#components/staff/live-numbers'
import { PaperCheck } from '#components/staff/paper-check'
import { Publish } from '#components/staff/publish'
import { Rehearsal } from '#components/staff/rehearsal'
import { SpreadTable } from '#components/staff/spread-table'
import { Tag } from '#components/tag'
import type { Allowed } from '#core/account/roles'
import { fullMarks, longestSeconds } from '#core/contest/size'
import { type Locale, said } from '#core/locale'
import type { WireStaffContest } from '#core/wire-staff'
import type { Messages } from '#messages/zh'
import { boardActs, boardStateFor } from '#services/board-state'
import { contestForStaff } from '#services/contest-view'
import { invitedTo } from '#services/invitation'
import { paperSpreads } from '#services/paper-spread'
import { rehearsalFor } from '#services/rehearsal'
import { runtime } from '#services/runtime'
import styles from '../../../../../components/staff/staff.module.css'

type Params = LocaleParams & Promise<{ slug: string }>

export const generateMetadata = async ({ params }: { params: Params }): Promise<Metadata> => ({
  title: (await speak(params)).text.setup.contest,
})

/** One contest: a draft is checked and published; a published one is watched, and its lists exported. */
export default async function StaffContest({ params }: { params: Params }) {
  const { locale, text } = await speak(params)
  const { slug } = await params
  const here = paths.staffContest(locale, slug)
  const allowed = await staffWith(locale, 'contests.write', here)
  const found = await contestForStaff(runtime(), allowed, slug)
  if (!found.ok) notFound()
  const contest = found.value
  const words = text.setup
  const islands = { locale, slug, text: plain(words), frame: formTexts(text) }
  return (
    <div className={`wrap wrap-wide ${styles.page}`}>
      <Back href={paths.staffContests(locale)}>{words.back}</Back>
      <div className={styles.head}>
        <h1>
          <Phrases of={said(contest.title, locale)} />
        </h1>
        <Tag kind={contest.phase === 'open' ? 'open' : 'plain'}>{words.phase[contest.phase]}</Tag>
      </div>
      <Facts contest={contest} locale={locale} words={words} />
      <p className={styles.actions}>
        <ButtonLink href={paths.staffSetUpContest(locale, slug, 'what')}>{words.edit}</ButtonLink>
        {contest.publishedAt !== null && <a href={paths.staffWatch(locale, slug)}>{text.watch.task}</a>}
        {contest.publishedAt !== null && <a href={paths.staffIntegrity(locale, slug)}>{text.integrity.task}</a>}
        {contest.publishedAt !== null && <a href={paths.staffPrizes(locale, slug)}>{text.settle.toSettle}</a>}
        {contest.publishedAt !== null && <a href={paths.contest(locale, slug)}>{words.publicPage}</a>}
        {contest.publishedAt !== null && <a href={paths.contestScreen(locale, slug)}>{text.screen.title}</a>}
        {contest.publishedAt !== null && (
          <a href={paths.staffCertificates(locale, slug)}>{text.certificate.staffTask}</a>
        )}
        {contest.publishedAt !== null && <a href={paths.staffReport(locale, slug)}>{text.report.task}</a>}
      </p>
      {contest.rules.who.entry.by === 'invited' && (
        <>
          <h2>{text.invite.title}</h2>
          <InviteForm
            {...{ locale, slug, frame: islands.frame, text: text.invite }}
            count={await invitedCount(allowed, slug)}
          />
        </>
      )}
      <p className={styles.actions}>
        <a href={paths.poster(locale, slug, 'png')}>{text.poster.task}</a>
        <a href={paths.poster(locale, slug, 'pdf')}>{text.poster.taskPdf}</a>
      </p>
      <h2>{words.rehearsal}</h2>
      <p className={styles.lead}>{words.rehearsalWhy}</p>
      <Rehearsal
        {...{ locale, slug }}
        screens={screensOf(await rehearsalFor(runtime(), slug), locale, words)}
        text={islands.text}
        offline={text.frame.offline}
      />
      {contest.publishedAt === null ? (
        <>
          <h2>{words.checkTitle}</h2>
          <PaperCheck contest={contest} text={text} />
          <SpreadTable
            same={contest.rules.paper.draw === 'fixed'}
            spreads={await paperSpreads(runtime(), allowed, slug)}
            locale={locale}
            text={text.spread}
          />
          <Publish {...islands} waiting={contest.approval !== null} approvalsHref={paths.staffApprovals(locale)} />
        </>
      ) : (
        <>
          <h2>{words.numbers}</h2>
          <LiveNumbers
            numbers={contest}
            path={contest.phase === 'closed' ? null : `/api/v1/staff/contests/${encodeURIComponent(slug)}`}
            text={islands.text}
          />
          <p>
            <a href={paths.staffStatistics(locale, slug)}>{text.statistics.link}</a>
            {contest.phase === 'open' && (
              <>
                {' · '}
                <a href={paths.staffAmendRules(locale, slug)}>{text.amend.link}</a>
              </>
            )}
          </p>
          <h2>{text.spread.title}</h2>
          <SpreadTable
            same={contest.rules.paper.draw === 'fixed'}
            spreads={await paperSpreads(runtime(), allowed, slug)}
            locale={locale}
            text={text.spread}
          />
          <h2>{text.boardActs.title}</h2>
          <BoardsOf contest={contest} locale={locale} text={text} frame={islands.frame} />
          <p>
            <ButtonLink href={paths.staffExports(locale, slug)}>{text.exports.link}</ButtonLink>
          </p>
        </>
      )}
    </div>
  )
}

async function invitedCount(allowed: Allowed<'contests.write'>, slug: string): Promise<number> {
  const invited = await invitedTo(runtime(), allowed, slug)
  return invited.ok ? invited.value : 0
}

async function BoardsOf({
  contest,
  locale,
  text,
  frame,
}: {
  contest: WireStaffContest
  locale: Locale
  text: Messages
  frame: ReturnType<typeof formTexts>
}) {
  const allowed = await staffWith(locale, 'contests.write', paths.staffContest(locale, contest.slug))
  const state = await boardStateFor(runtime(), allowed, contest.slug)
  if (!state.ok) return null
  const records = await boardActs(runtime(), allowed, contest.slug)
  return (
    <Boards
      {...{ contest, locale, frame, records }}
      state={state.value}
      now={runtime().clock.now()}
      text={text.boardActs}
    />
  )
}

/** Everything that a contest leads to, of its rehearsal. */
function screensOf(slug: string | null, locale: Locale, { rehearsalScreens: say }: Messages['setup']) {
  if (slug === null) return []
  return [
    { href: paths.contest(locale, slug), label: say.start },
    { href: paths.rules(locale, slug), label: say.rules },
    { href: paths.standings(locale, slug, { by: 'person' }), label: say.people },
    { href: paths.standings(locale, slug, { by: 'region' }), label: say.regions },
    { href: paths.standings(locale, slug, { by: 'organisation' }), label: say.organisations },
    { href: paths.contestScreen(locale, slug), label: say.screen },
    { href: paths.winners(locale, slug), label: say.winners },
    { href: paths.staffPrizes(locale, slug), label: say.prizes },
    { href: paths.staffDesk(locale, slug), label: say.desk },
    { href: paths.staffCertificates(locale, slug), label: say.certificates },
    { href: paths.staffIntegrity(locale, slug), label: say.integrity },
    { href: paths.staffStatistics(locale, slug), label: say.statistics },
    { href: paths.staffReport(locale, slug), label: say.report },
    { href: paths.staffExports(locale, slug), label: say.lists },
  ]
}

interface PartProps {
  contest: WireStaffContest
  words: Messages['setup']
}

function Facts({ contest, locale, words }: PartProps & { locale: Locale }) {
  const { rules } = contest
  const { total } = rules.paper
  return (
    <dl className={styles.plainList}>
      <div>
        <dt className={styles.hint}>{words.when}</dt>
        <dd>
          {words.to(dayTime(contest.opensAt, locale), dayTime(contest.closesAt, locale))} · {words.zone}
        </dd>
      </div>
      <div>
        <dt className={styles.hint}>{words.rules}</dt>
        <dd>{words.rulesLine(total, fullMarks(rules.paper), limit(longestSeconds(rules), locale))}</dd>
      </div>
      <div>
        <dt className={styles.hint}>{words.sets}</dt>
        <dd>{contest.sets.map(set => set.name).join(' · ') || '—'}</dd>
      </div>
    </dl>
  )
}
