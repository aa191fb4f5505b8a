/** The report at the end of a contest: made from what is stored, on demand; nothing in it is personal. */
import type { Allowed } from '#core/account/roles'
import { phaseAt } from '#core/contest/phase'
import { type Locale, said } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { Report } from '#core/report/report'
import type { WireGroupRow } from '#core/wire'
import { campaignOfContest } from '#db/campaign'
import type { ContestRow } from '#db/contest'
import { entryTitles } from '#db/handbook'
import * as db from '#db/report'
import { record } from '../audit.ts'
import { isUnrevealed } from '../board-state.ts'
import { type ActivityCard, activitiesOf } from '../campaign.ts'
import { publishedRow } from '../contest.ts'
import { drawViews } from '../draw-public.ts'
import { forAMoment, forgetMoments } from '../memory.ts'
import { regionsOf } from '../region.ts'
import type { Runtime } from '../runtime.ts'
import { standingsOf } from '../standing.ts'
import { publishedWinners } from '../winners-public.ts'
import { missedEntries } from './missed.ts'
import * as sections from './sections.ts'

/** Going through all papers takes a while: whoever asks again soon gets the same report, which says as of when. */
const keptFor = 60_000
const mostPictures = 6

/** @returns refusals: not-found, contest-not-closed, boards-not-revealed */
export async function reportFor(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
  locale: Locale,
): Promise<Outcome<Report & { publishedAt: number | null }>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  if (phaseAt(contest, rt.clock.now()) !== 'closed') return no('contest-not-closed')
  if (await isUnrevealed(rt, contest)) return no('boards-not-revealed')
  const publishedAt = await db.reportPublishedAt(rt.storage.read, contest.id)
  return yes({ ...(await made(rt, contest, locale)), publishedAt })
}

/** @returns null unless the organizer has made it public, and while the boards stand still */
export async function publicReport(rt: Runtime, slug: string, locale: Locale): Promise<Report | null> {
  const contest = await publishedRow(rt, slug)
  const publishedAt = contest && (await db.reportPublishedAt(rt.storage.read, contest.id))
  if (!contest || publishedAt === null || (await isUnrevealed(rt, contest))) return null
  return made(rt, contest, locale)
}

/** @returns refusals: not-found, contest-not-closed, boards-not-revealed (when it is to be shown) */
export async function showReport(
  rt: Runtime,
  by: Allowed<'contests.write'>,
  slug: string,
  show: boolean,
): Promise<Outcome<{ published: boolean }>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const at = rt.clock.now()
  if (phaseAt(contest, at) !== 'closed') return no('contest-not-closed')
  if (show && (await isUnrevealed(rt, contest))) return no('boards-not-revealed')
  await rt.storage.atomically(async tx => {
    if (show) await db.putReport(tx, { contestId: contest.id, publishedAt: at, publishedBy: by.id })
    else await db.dropReport(tx, contest.id)
    const action = show ? 'report.shown' : 'report.hidden'
    await record(tx, { at, actor: by, action, subject: `contest:${slug}` })
  })
  forgetMoments(rt)
  rt.pagesChanged()
  return yes({ published: show })
}

const made = (rt: Runtime, contest: ContestRow, locale: Locale): Promise<Report> =>
  forAMoment(rt, `report ${contest.id} ${locale}`, keptFor, () => assembled(rt, contest, locale))

async function assembled(rt: Runtime, contest: ContestRow, locale: Locale): Promise<Report> {
  const read = rt.storage.read
  const asOf = rt.clock.now()
  const [totals, hours, scores, missed, titles, units, draws, winners, cards] = await Promise.all([
    db.totalsOf(read, contest),
    db.hoursOf(read, contest),
    db.scoresOf(read, contest),
    missedEntries(rt, contest),
    entryTitles(read),
    regionsOf(rt, contest.edition, locale),
    drawViews(rt, contest.slug),
    publishedWinners(rt, contest.slug),
    activitiesWith(rt, contest),
  ])
  const names = new Map(titles.map(entry => [entry.id, said(entry.title, locale)]))
  const titleOf = (entry: string) => names.get(entry) ?? ''
  const statements = db.statementsOf(read, contest)
  const places = units.filter(unit => unit.kind !== 'zone')
  return {
    slug: contest.slug,
    title: said(contest.title, locale),
    sample: contest.sample,
    asOf,
    sections: [
      sections.totals(totals, locale),
      sections.days(hours, locale),
      sections.hoursOfDay(hours, locale),
      sections.regions(await groupsOf(rt, contest, 'region', locale), locale),
      sections.organisations(await groupsOf(rt, contest, 'organisation', locale), locale),
      sections.scores(scores, locale),
      sections.missed(missed, titleOf, locale),
      sections.missedByRegion(missed, places, titleOf, locale),
      sections.draws(draws ?? [], locale),
      sections.winners(winners ?? [], locale),
      sections.activities(cards, locale),
    ].map(section => ({ ...section, statements: statements[section.key] ?? [] })),
    pictures: cards
      .flatMap(({ picture, title }) => (picture ? [{ picture, title }] : []))
      .slice(0, mostPictures)
      .map(({ picture, title }) => ({
        id: picture.id,
        alt: said(picture.alt, locale),
        title: said(title, locale),
        illustration: picture.illustration,
      })),
  }
}

/** Every row of a board, page by page. */
async function groupsOf(
  rt: Runtime,
  contest: ContestRow,
  by: 'region' | 'organisation',
  locale: Locale,
): Promise<WireGroupRow[]> {
  const rows: WireGroupRow[] = []
  const query = { slug: contest.slug, by, region: null, limit: 100, after: null, accountId: null, locale } as const
  for (let page = 1; ; page++) {
    const found = await standingsOf(rt, { ...query, page })
    if (!found.ok) return rows
    rows.push(...(found.value.rows as WireGroupRow[]))
    if (found.value.rows.length < query.limit || by === 'region') return rows
  }
}

/** The published activities of the campaign that the contest belongs to. */
async function activitiesWith(rt: Runtime, contest: ContestRow): Promise<ActivityCard[]> {
  const campaign = await campaignOfContest(rt.storage.read, contest.id)
  if (!campaign) return []
  const cards: ActivityCard[] = []
  for (let page = 1; ; page++) {
    const found = await activitiesOf(rt, campaign.slug, { page })
    cards.push(...(found?.activities ?? []))
    if (!found || page >= found.pages) return cards
  }
}
