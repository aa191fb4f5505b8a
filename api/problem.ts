/** Refusals on the wire: RFC 9457 problem details, in the reader's language. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { ruleProblemCodes } from '#core/contest/problems/problem'
import { fill } from '#core/fill'
import { isLocale, type Locale, type LocalText, said } from '#core/locale'
import type { QuestionKind } from '#core/question/question'
import { type No, no, type Refusal } from '#core/refusal'
import type { Problem } from '#core/wire'
import { causeOf } from '#db/storage'
import { messagesIn } from '#messages/messages'
import { PasswordsBusy } from '#services/password'

const statusOf: Partial<Record<Refusal, number>> = {
  'not-found': 404,
  'sign-in-required': 401,
  'login-wrong': 401,
  'code-wrong': 401,
  forbidden: 403,
  'factor-wrong': 401,
  'second-factor-needed': 403,
  'foreign-origin': 403,
  'unsupported-media-type': 415,
  'too-large': 413,
  'file-too-large': 413,
  'too-many-requests': 429,
  busy: 503,
  'storage-full': 503,
  'code-not-sent': 503,
  internal: 500,
  'invalid-request': 400,
  'phone-invalid': 422,
  'region-unknown': 422,
  'scope-unknown': 422,
  'organisation-name': 422,
  'name-invalid': 422,
  'choice-invalid': 422,
  'position-unknown': 404,
  'password-short': 422,
  'contest-dates': 422,
  'contest-no-sets': 422,
  'rules-refused': 422,
  'reason-needed': 422,
  'columns-unknown': 422,
  'export-gone': 410,
  'report-length': 422,
  'note-needed': 422,
  'question-wrong': 422,
  'second-person-needed': 403,
  'pool-too-small': 409,
  'entry-invalid': 422,
  'file-type': 422,
  'file-broken': 422,
  'file-too-complex': 422,
  'file-encoding': 422,
  'file-empty': 422,
  'file-columns': 422,
  'file-key-twice': 422,
  'file-text-long': 422,
  'file-locked': 422,
  'rows-refused': 422,
  'contest-paused': 503,
  'pause-per-question': 422,
  'campaign-incomplete': 422,
  'department-unknown': 422,
  'activity-incomplete': 422,
  'activity-not-yours': 403,
  'certificate-number': 422,
  'nickname-unfit': 422,
  'picture-type': 422,
  'picture-too-large': 413,
  'picture-broken': 422,
  'alt-needed': 422,
  'claim-field': 422,
  'claim-second-phone': 409,
  'prize-looked-at': 409,
  'claim-consent': 422,
  'draw-number': 422,
  'draw-unknown': 422,
  'draw-number-late': 422,
  'objection-length': 422,

  'columns-incomplete': 422,
}

/** 409 for whatever conflicts with the present state; the table names the others. */
export const statusFor = (refusal: Refusal): number => statusOf[refusal] ?? 409

/** Query `locale`, zh without one. */
export function localeOf(request: FastifyRequest): Locale {
  // An address that could not be decoded has no query at all.
  const { locale } = (request.query ?? {}) as { locale?: unknown }
  return isLocale(locale) ? locale : 'zh'
}

export const problemType = 'application/problem+json; charset=utf-8'

/** A refusal as it travels; its `detail` stands beside the standard members. @param instance names the request */
export function problemOf(said: No | Refusal, locale: Locale, instance: string): Problem {
  const { refusal, detail } = typeof said === 'string' ? no(said) : said
  const title = messagesIn(locale).refusal[refusal]
  const words = refusal === 'rules-refused' ? ruleWords(detail, locale) : null
  return {
    ...detail,
    type: `/problems/${refusal}`,
    status: statusFor(refusal),
    code: refusal,
    title,
    detail: words
      ? `${title}${locale === 'zh' ? '' : ' '}${words.why}${locale === 'zh' ? '' : ' '}${words.way}`
      : (contestWords(refusal, detail, locale) ?? title),
    ...words,
    instance,
  }
}

/** Which rule, why it is refused, and the way out; the figures stand beside them. */
function ruleWords(detail: No['detail'] = {}, locale: Locale): { why: string; way: string } {
  const code = ruleProblemCodes.find(known => known === detail.problem)
  if (!code) throw new Error(`No such rule problem: ${detail.problem}`)
  const figures = Object.entries(detail).flatMap(([name, value]) => (typeof value === 'number' ? [[name, value]] : []))
  return messagesIn(locale).rulesWrong[code](Object.fromEntries(figures))
}

/** What exactly is wrong with a contest's dates or sets; of a blueprint that cannot be filled, the cell and what it lacks. */
function contestWords(refusal: Refusal, detail: No['detail'] = {}, locale: Locale): string | null {
  const { setup, statistics, refusal: titles } = messagesIn(locale)
  const { wrong } = setup
  if (refusal === 'blueprint-short' && typeof detail.need === 'number') {
    const { chapter, kind, level, need, have } = detail as unknown as CellLack
    const cell = statistics.lacking(chapter ?? null, kind ? statistics.kind[kind] : null, level ?? null, need, have)
    return `${cell}${locale === 'zh' ? '' : ' '}${titles[refusal]}`
  }
  if (refusal === 'pool-too-small' && detail.needed !== undefined) return fill(wrong.pool, detail)
  if (refusal === 'batch-in-contest' || refusal === 'set-in-use') return inContest(refusal, detail, locale)
  if (refusal !== 'contest-dates') return null
  return wrong[detail.problem as 'past'] ?? null
}

/** Which contest stands in the way. */
const inContest = (refusal: 'batch-in-contest' | 'set-in-use', detail: NonNullable<No['detail']>, locale: Locale) =>
  fill(messagesIn(locale).bankWork.inContest[refusal], { ...detail, contest: said(titleIn(detail), locale) })

const titleIn = ({ zh, en }: NonNullable<No['detail']>): LocalText => ({ zh: String(zh), en: String(en) })

interface CellLack {
  chapter?: number
  kind?: QuestionKind
  level?: number
  need: number
  have: number
}

/** Answers with a refusal. */
export function refuse(
  reply: FastifyReply,
  said: No | Refusal,
  locale: Locale = localeOf(reply.request),
): FastifyReply {
  const problem = problemOf(said, locale, String(reply.request.id))
  return reply.code(problem.status).type(problemType).send(JSON.stringify(problem))
}

/** For the log: what the database said, or the error itself. */
export const messageOf = (error: unknown): string => causeOf(error).message

/** What becomes of an error that no use case expected: of the storage's nothing was stored, and trying again may help. */
export function refusalFor(error: unknown): 'busy' | 'storage-full' | 'internal' {
  const { code = '' } = causeOf(error)
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT|53100)$/.test(code)) return 'storage-full'
  return error instanceof PasswordsBusy || isPassing(code) ? 'busy' : 'internal'
}

/** Too many at once, an I/O error, a lost connection. */
const isPassing = (code: string): boolean => /^(SQLITE_(IOERR|BUSY|READONLY)|ECONN|57P|53|08)/.test(code)
