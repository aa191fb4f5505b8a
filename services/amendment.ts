/** When the law changes: marking an article as amended, seeing what it touches, reviewing that with a second pair of eyes. */
import type { Allowed } from '#core/account/roles'
import { cites } from '#core/bank/amendment'
import { entryAddress } from '#core/bank/entry'
import { phaseAt } from '#core/contest/phase'
import { dayOf } from '#core/day'
import type { LocalText } from '#core/locale'
import type { Source } from '#core/question/question'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireAmendment, WireEffect, WireLaw, WireTouched } from '#core/wire-staff'
import * as db from '#db/amendment'
import { publishedContests, setsOfContest } from '#db/contest'
import { allEntries, allLaws } from '#db/handbook'
import { staffNames } from '#db/staff'
import { type Db, isDuplicate } from '#db/storage'
import { forgetMoments } from './memory.ts'
import { poolOf } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

type Mine = Allowed<'questions.write'>

/** Shown of a question in lists: enough to know it by. */
const lettersShown = 60

/** Every law with the articles that are cited, and how many entries and questions rest on each. */
export async function citedLawsOf(rt: Runtime, _allowed: Mine): Promise<WireLaw[]> {
  const read = rt.storage.read
  const [laws, { entries, questions }] = await Promise.all([allLaws(read), bankIn(read)])
  const resting = { entries: entries.map(sourcesOf), questions: questions.map(({ sources }) => sources) }
  return laws.map(({ code, name, inForce, until }) => {
    const [byEntries, byQuestions] = [countsOf(code, resting.entries), countsOf(code, resting.questions)]
    const numbers = [...new Set([...byEntries.articles.keys(), ...byQuestions.articles.keys()])]
    return {
      code,
      name,
      inForce,
      until,
      entries: byEntries.all,
      questions: byQuestions.all,
      articles: numbers
        .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
        .map(article => ({
          article,
          entries: byEntries.articles.get(article) ?? 0,
          questions: byQuestions.articles.get(article) ?? 0,
        })),
    }
  })
}

/** How many things rest on a law, and on each of its articles: whatever cites two articles counts once for the law. */
function countsOf(code: string, resting: readonly (readonly Source[])[]) {
  const articles = new Map<string, number>()
  let all = 0
  for (const sources of resting) {
    const cited = new Set(sources.filter(({ law }) => law === code).map(source => source.article))
    for (const article of cited) articles.set(article, (articles.get(article) ?? 0) + 1)
    if (cited.size > 0) all++
  }
  return { all, articles }
}

/** Exactly what cites an article, and what holding it back would do to contests that are open or announced. */
export async function touchedBy(
  rt: Runtime,
  _allowed: Mine,
  { law, article }: { law: string; article: string },
): Promise<Outcome<{ law: LocalText; touched: WireTouched[]; contests: WireEffect[] }>> {
  const found = (await allLaws(rt.storage.read)).find(({ code }) => code === law)
  if (!found) return no('not-found')
  const { touched, questionIds } = citing(await bankIn(rt.storage.read), law, article)
  return yes({ law: found.name, touched, contests: await effects(rt, questionIds) })
}

/** Everything that cites. Read one after the other: a transaction has one connection. */
async function bankIn(read: Db) {
  const entries = await allEntries(read)
  return { entries, questions: await db.citingQuestions(read) }
}

function citing({ entries, questions }: Awaited<ReturnType<typeof bankIn>>, law: string, article: string) {
  const found = questions.filter(({ sources }) => cites(sources, law, article))
  const touched: WireTouched[] = [
    ...entries
      .filter(entry => cites(sourcesOf(entry), law, article))
      .map(entry => ({
        subject: 'entry' as const,
        id: entry.id,
        number: entry.id,
        text: entry.title,
        address: entryAddress(entry),
      })),
    ...found.map(({ publicId: id, externalId, face, setPublicId }) => ({
      subject: 'question' as const,
      id,
      number: externalId,
      text: { zh: cut(face.stem.zh, lettersShown), en: cut(face.stem.en, 2 * lettersShown) },
      address: setPublicId,
    })),
  ]
  return { touched, questionIds: new Set(found.map(({ id }) => id)) }
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

async function effects(rt: Runtime, questionIds: ReadonlySet<number>): Promise<WireEffect[]> {
  const contests = (await publishedContests(rt.storage.read)).filter(
    contest => phaseAt(contest, rt.clock.now()) !== 'closed',
  )
  const found: WireEffect[] = []
  for (const contest of contests) {
    if ((await setsOfContest(rt.storage.read, contest.id)).length === 0) continue
    const pool = await poolOf(rt, contest)
    const loses = pool.filter(({ question }) => questionIds.has(question)).length
    if (loses > 0)
      found.push({
        slug: contest.slug,
        title: contest.title,
        lastDay: dayOf(contest.closesAt - 1),
        loses,
        left: pool.length - loses,
        needed: contest.rules.paper.total,
      })
  }
  return found
}

export interface Mark {
  law: string
  article: string
  /** 'YYYY-MM-DD', the first day of the amended text. */
  inForce: string
  note: string
}

/** @returns refusals: not-found (nothing cites it), note-needed, already-marked */
export async function markAmended(rt: Runtime, by: Mine, mark: Mark): Promise<Outcome<{ id: string }>> {
  if (mark.note.trim() === '') return no('note-needed')
  const id = publicId()
  const row = { ...mark, note: mark.note.trim(), publicId: id, createdBy: by.id, createdAt: rt.clock.now() }
  try {
    const marked = await rt.storage.atomically(async tx => {
      if (await db.isAmended(tx, mark.law, mark.article, mark.inForce)) return no('already-marked')
      const { touched } = citing(await bankIn(tx), mark.law, mark.article)
      if (touched.length === 0) return no('not-found')
      await db.insertAmendment(tx, row)
      return yes({ id })
    })
    changed(rt)
    return marked
  } catch (error) {
    if (isDuplicate(error)) return no('already-marked')
    throw error
  }
}

/** Marked articles, newest first, with what still waits for a review. */
export async function amendmentsOf(rt: Runtime, _allowed: Mine): Promise<WireAmendment[]> {
  const read = rt.storage.read
  const amendments = await db.allAmendments(read)
  if (amendments.length === 0) return []
  const [bank, laws, names] = await Promise.all([bankIn(read), allLaws(read), staffNames(read)])
  return Promise.all(
    amendments.map(async ({ id, publicId, law, article, inForce, note, createdBy, createdAt }) => {
      const { touched } = citing(bank, law, article)
      const reviews = await db.reviewsOf(read, id)
      const reviewOf = new Map(reviews.map(review => [`${review.subject} ${review.subjectId}`, review]))
      const items = touched.map(item => {
        const review = reviewOf.get(`${item.subject} ${item.id}`)
        return {
          ...item,
          reviewed: review ? { by: names.get(review.reviewedBy) ?? '', at: review.reviewedAt } : null,
        }
      })
      return {
        id: publicId,
        law: laws.find(({ code }) => code === law)?.name ?? { zh: law, en: law },
        code: law,
        article,
        inForce,
        note,
        markedBy: names.get(createdBy) ?? '',
        markedById: createdBy,
        createdAt,
        applies: inForce <= dayOf(rt.clock.now()),
        items,
      }
    }),
  )
}

/**
 * A second person says that things are right under the amended text.
 * @returns refusals: not-found, second-person-needed
 */
export async function reviewAmended(
  rt: Runtime,
  by: Mine,
  id: string,
  chosen: readonly { subject: 'entry' | 'question'; id: string }[],
): Promise<Outcome<{ reviewed: number }>> {
  const done = await rt.storage.atomically(async tx => {
    const amendment = await db.lockedAmendment(tx, id)
    if (!amendment) return no('not-found')
    if (amendment.createdBy === by.id) return no('second-person-needed')
    const { touched } = citing(await bankIn(tx), amendment.law, amendment.article)
    const known = new Set(touched.map(item => `${item.subject} ${item.id}`))
    if (chosen.some(item => !known.has(`${item.subject} ${item.id}`))) return no('not-found')
    await db.insertReviews(
      tx,
      chosen.map(item => ({
        amendmentId: amendment.id,
        subject: item.subject,
        subjectId: item.id,
        reviewedBy: by.id,
        reviewedAt: rt.clock.now(),
      })),
    )
    return yes({ reviewed: chosen.length })
  })
  changed(rt)
  return done
}

/** A mark made by mistake is taken back while nobody has reviewed anything of it. @returns refusals: not-found, reviewed-already */
export async function unmark(rt: Runtime, by: Mine, id: string): Promise<Outcome<null>> {
  const gone = await rt.storage.atomically(async tx => {
    const amendment = await db.lockedAmendment(tx, id)
    if (!amendment) return no('not-found')
    if ((await db.reviewsOf(tx, amendment.id)).length > 0) return no('reviewed-already')
    await db.deleteAmendment(tx, amendment.id)
    rt.log.info({ account: by.id, law: amendment.law, article: amendment.article }, 'amendment mark taken back')
    return yes(null)
  })
  changed(rt)
  return gone
}

/** Pools, pages and lists read it anew. */
function changed(rt: Runtime): void {
  forgetMoments(rt)
  rt.pagesChanged()
}

const sourcesOf = ({ versions }: { versions: { sources: Source[] }[] }): Source[] =>
  versions.flatMap(({ sources }) => sources)
