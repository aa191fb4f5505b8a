/** Objections to published winners: anybody may object, staff answer with a reason. */
import type { Allowed } from '#core/account/roles'
import { dayMs } from '#core/day'
import type { Locale } from '#core/locale'
import { endOfDay } from '#core/prize/claim'
import { no, type Outcome, yes } from '#core/refusal'
import { answerObjection, insertObjection, objectionsIn } from '#db/claim'
import { contestBySlug } from '#db/contest'
import { staffNames } from '#db/staff'
import { listsOf } from '#db/winner'
import { record } from './audit.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'

const length = { least: 10, most: 1000 }

/**
 * @param contact how to reach whoever objects, '' when they would rather not say
 * @returns refusals: not-found, objection-length, notice-over
 */
export async function object(
  rt: Runtime,
  slug: string,
  listId: string,
  { body, contact, locale }: { body: string; contact: string; locale: Locale },
): Promise<Outcome<null>> {
  const now = rt.clock.now()
  const text = body.trim()
  if ([...text].length < length.least || [...text].length > length.most)
    return no('objection-length', { where: 'body' })
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const list = contest && (await listsOf(tx, contest.id)).find(({ publicId }) => publicId === listId)
    if (!contest || !list || list.publishedAt === null) return no('not-found')
    if (now >= (list.noticeUntil ?? 0)) return no('notice-over')
    await insertObjection(tx, {
      publicId: publicId(),
      listId: list.id,
      sealed: rt.secrets.encrypt(JSON.stringify({ body: text, contact: contact.trim() })),
      locale,
      createdAt: now,
      eraseAt: endOfDay(now + contest.rules.claim.eraseAfterDays * dayMs),
    })
    return yes(null)
  })
}

export interface ObjectionView {
  id: string
  list: string
  /** Null: erased on its date. */
  said: { body: string; contact: string } | null
  createdAt: number
  answer: { by: string; at: number; upheld: boolean; text: string } | null
}

/** Those that wait first. @returns refusals: not-found */
export async function objectionsFor(
  rt: Runtime,
  _allowed: Allowed<'contests.write'>,
  slug: string,
): Promise<Outcome<ObjectionView[]>> {
  const read = rt.storage.read
  const contest = await contestBySlug(read, slug)
  if (!contest) return no('not-found')
  const lists = new Map((await listsOf(read, contest.id)).map(list => [list.id, list.publicId]))
  const names = await staffNames(read)
  return yes(
    (await objectionsIn(read, contest.id)).map(row => ({
      id: row.publicId,
      list: lists.get(row.listId) ?? '',
      said: row.sealed === null ? null : JSON.parse(rt.secrets.decrypt(row.sealed)),
      createdAt: row.createdAt,
      answer:
        row.answeredAt === null
          ? null
          : {
              by: names.get(row.answeredBy ?? 0) ?? '',
              at: row.answeredAt,
              upheld: row.upheld ?? false,
              text: row.answer ?? '',
            },
    })),
  )
}

/** @param text the reason, without names: it is kept @returns refusals: not-found, note-needed, handled-already */
export async function answer(
  rt: Runtime,
  allowed: Allowed<'contests.write'>,
  slug: string,
  id: string,
  { upheld, text }: { upheld: boolean; text: string },
): Promise<Outcome<null>> {
  if ([...text.trim()].length < 4) return no('note-needed', { where: 'answer' })
  const now = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const contest = await contestBySlug(tx, slug)
    const known = contest && (await objectionsIn(tx, contest.id)).find(({ publicId }) => publicId === id)
    if (!contest || !known) return no('not-found')
    const answered = { answeredAt: now, answeredBy: allowed.id, upheld, answer: text.trim() }
    if (!(await answerObjection(tx, id, answered)))
      return no('handled-already', { by: (await staffNames(tx)).get(known.answeredBy ?? 0) ?? '' })
    await record(tx, {
      ...{ at: now, actor: allowed, action: 'objection.answered', subject: `objection:${id}` },
      ...{ detail: { contest: slug, upheld }, reason: text.trim() },
    })
    return yes(null)
  })
}
