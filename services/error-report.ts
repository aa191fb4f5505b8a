/** What readers say is wrong with an entry or a question, and what was done about it. */
import type { Allowed } from '#core/account/roles'
import { entryAddress } from '#core/bank/entry'
import type { Locale } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireErrorReport } from '#core/wire-staff'
import { attemptByPublicId } from '#db/attempt'
import * as db from '#db/error-report'
import { fact } from '#db/meta'
import { staffNames } from '#db/staff'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'

/** What is reported: an entry, a practised question by its number, or a question of one's own finished paper. */
export type Reported =
  | { subject: 'entry'; id: string }
  | { subject: 'question'; number: string }
  | { subject: 'question'; attempt: string; position: number }

const length = { least: 10, most: 1000 }
/** More are not shown at once: handled ones make room. */
const mostShown = 200

/** @param who null for a guest @returns refusals: report-length, not-found */
export async function reportError(
  rt: Runtime,
  who: SignedIn | null,
  reported: Reported,
  body: string,
  locale: Locale,
): Promise<Outcome<null>> {
  const text = body.trim()
  if (text.length < length.least || text.length > length.most) return no('report-length')
  const subjectId = await idOf(rt, who, reported)
  if (subjectId === null) return no('not-found')
  await rt.storage.atomically(tx =>
    db.insertReport(tx, {
      publicId: publicId(),
      subject: reported.subject,
      subjectId,
      locale,
      body: text,
      accountId: who?.account.id ?? null,
      createdAt: rt.clock.now(),
    }),
  )
  return yes(null)
}

async function idOf(rt: Runtime, who: SignedIn | null, reported: Reported): Promise<string | null> {
  const read = rt.storage.read
  if (reported.subject === 'entry') return (await db.entriesKnown(read, [reported.id]))[0]?.id ?? null
  if ('number' in reported) {
    const set = await fact(read, 'handbook set')
    return set === null ? null : db.publicIdOf(read, { setId: Number(set), externalId: reported.number })
  }
  const attempt = await attemptByPublicId(read, reported.attempt)
  // Only of one's own paper, and only once it is over: before that a report could tell that a question exists.
  if (!attempt || attempt.accountId !== who?.account.id || attempt.finishedAt === null) return null
  const slot = attempt.paper[reported.position - 1]
  return slot ? db.publicIdOf(read, { revision: slot.revision }) : null
}

/** Newest first. */
export async function errorReports(
  rt: Runtime,
  by: Allowed<'questions.write'>,
  which: 'open' | 'handled',
): Promise<WireErrorReport[]> {
  const read = rt.storage.read
  const reports = await db.reportsThat(read, which, mostShown)
  const idsOf = (subject: string) => [...new Set(reports.filter(r => r.subject === subject).map(r => r.subjectId))]
  const [entries, questions, names] = await Promise.all([
    db.entriesKnown(read, idsOf('entry')),
    db.questionsKnown(read, idsOf('question')),
    staffNames(read),
  ])
  const about = new Map<string, NonNullable<WireErrorReport['about']>>([
    ...entries.map(
      entry => [`entry ${entry.id}`, { number: entry.id, text: entry.title, address: entryAddress(entry) }] as const,
    ),
    ...questions.map(
      ({ publicId: id, externalId, face }) =>
        [`question ${id}`, { number: externalId, text: face.stem, address: id }] as const,
    ),
  ])
  return reports.map(
    ({ publicId: id, subject, subjectId, body, locale, createdAt, assignedTo, handledAt, handledBy, outcome }) => ({
      id,
      subject,
      about: about.get(`${subject} ${subjectId}`) ?? null,
      body,
      locale,
      createdAt,
      assigned: assignedTo === null ? null : { by: names.get(assignedTo) ?? '', mine: assignedTo === by.id },
      handled:
        handledAt === null ? null : { by: names.get(handledBy ?? 0) ?? '', at: handledAt, outcome: outcome ?? '' },
    }),
  )
}

export const openReports = (rt: Runtime, _allowed: Allowed<'questions.write'>): Promise<number> =>
  db.countOpenReports(rt.storage.read)

/**
 * Takes a report on, or hands it back, so that two people do not do the same work.
 * @returns refusals: not-found, handled-already (`by`), report-taken (`by`: who has it)
 */
export async function assignReport(
  rt: Runtime,
  by: Allowed<'questions.write'>,
  id: string,
  mine: boolean,
): Promise<Outcome<null>> {
  const done = await rt.storage.atomically(async tx => {
    const report = await db.lockedReport(tx, id)
    if (!report) return no('not-found')
    const names = await staffNames(tx)
    if (report.handledAt !== null) return no('handled-already', { by: names.get(report.handledBy ?? 0) ?? '' })
    if (report.assignedTo !== null && report.assignedTo !== by.id)
      return no('report-taken', { by: names.get(report.assignedTo) ?? '' })
    await db.putAssignment(tx, report.id, mine ? by.id : null)
    return yes(null)
  })
  return done
}

/** @param outcome what was done about it @returns refusals: note-needed, not-found, handled-already (`by`: who was first) */
export async function markHandled(
  rt: Runtime,
  by: Allowed<'questions.write'>,
  id: string,
  outcome: string,
): Promise<Outcome<null>> {
  if (outcome.trim() === '') return no('note-needed')
  const handling = { handledAt: rt.clock.now(), handledBy: by.id, outcome: outcome.trim() }
  const done = await rt.storage.atomically(tx => db.handleReport(tx, id, handling))
  if (done === null) return no('not-found')
  if (done === 'done') return yes(null)
  const first = await db.handlerOf(rt.storage.read, id)
  return no('handled-already', { by: (await staffNames(rt.storage.read)).get(first ?? 0) ?? '' })
}
