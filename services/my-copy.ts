/** A copy of everything that is kept about one person: theirs to take away, as one JSON file. */
import type { Locale } from '#core/locale'
import type { WireResult } from '#core/wire'
import { accountById } from '#db/account'
import { answersOf } from '#db/answer'
import type { AttemptRow } from '#db/attempt'
import { reportsBy } from '#db/error-report'
import * as db from '#db/my-copy'
import { meOf } from './account.ts'
import { myCertificates } from './certificate.ts'
import { myPrizes } from './claim.ts'
import { chancesOf } from './draw-public.ts'
import { optionBytes, shownChoice, shownPaper } from './paper.ts'
import { resultOf } from './result.ts'
import type { Runtime } from './runtime.ts'
import { contestOf } from './scoring.ts'
import type { SignedIn } from './session.ts'

/** More than anybody writes. */
const allReports = 100_000

/**
 * Of the person alone; of a paper only what its owner may see now: no key of one that runs, no score before its day.
 * @param locale of questions and options
 * @returns instants as epoch milliseconds
 */
export async function copyOf(rt: Runtime, who: SignedIn, locale: Locale) {
  const { read } = rt.storage
  const { id } = who.account
  const account = await accountById(read, id)
  const me = await meOf(rt, id)
  return {
    madeAt: rt.clock.now(),
    account: {
      ...me,
      phone: account?.phoneCipher ? rt.secrets.decrypt(account.phoneCipher) : null,
      login: account?.login ?? null,
      createdAt: account?.createdAt ?? null,
    },
    consents: { firstLetterOfNameOnBoards: me.showName, claims: await consentsOf(rt, id) },
    entries: await entriesFor(rt, id),
    attempts: await attemptsFor(rt, who, locale),
    extraTimes: await db.extraTimesOf(read, id),
    strikes: await db.strikesOf(read, id),
    prizes: await prizesFor(rt, who),
    draws: await chancesOf(rt, who),
    certificates: (await myCertificates(rt, who)).map(
      ({ number, basis, level, score, issuedAt, revokedAt, revokedWhy }) => ({
        ...{ number, basis, level, score, issuedAt, revokedAt, revokedWhy },
      }),
    ),
    reports: (await reportsBy(read, id, allReports)).map(
      ({ publicId, subject, subjectId, body, createdAt, handledAt, outcome }) => ({
        ...{ id: publicId, subject, subjectId, body, createdAt, handledAt, answer: outcome },
      }),
    ),
    practice: await db.practiceOf(read, id),
    sessions: (await db.sessionsOf(read, id)).map(({ id: session, ...row }) => ({
      ...row,
      thisOne: session === who.sessionId,
    })),
  }
}

async function consentsOf(rt: Runtime, accountId: number) {
  const rows = await db.claimsOf(rt.storage.read, accountId)
  return rows.map(({ prize, claim }) => ({ prize, version: claim.consentVersion, at: claim.submittedAt }))
}

async function entriesFor(rt: Runtime, accountId: number) {
  const rows = await db.entriesOf(rt.storage.read, accountId)
  return rows.map(
    ({ contest, entry: { track, individual, numberCipher, ageSaidAt, guardianAgreedAt, createdAt } }) => ({
      ...{ contest, track, individual, ageSaidAt, guardianAgreedAt, createdAt },
      number: numberCipher === null ? null : rt.secrets.decrypt(numberCipher),
    }),
  )
}

async function prizesFor(rt: Runtime, who: SignedIn) {
  const claims = new Map((await db.claimsOf(rt.storage.read, who.account.id)).map(({ prize, claim }) => [prize, claim]))
  return (await myPrizes(rt, who)).map(({ asked: _, ...prize }) => {
    const sealed = claims.get(prize.id)?.sealed ?? null
    return { ...prize, given: sealed === null ? null : (JSON.parse(rt.secrets.decrypt(sealed)) as unknown) }
  })
}

async function attemptsFor(rt: Runtime, who: SignedIn, locale: Locale) {
  const found = []
  for (const { attempt, contest, organisation, device, network, leaves } of await db.papersOf(
    rt.storage.read,
    who.account.id,
  )) {
    const { publicId, number, startedAt, deadlineAt, region, struckOutAt } = attempt
    const result = await resultOf(rt, who, publicId, locale)
    found.push({
      ...{ id: publicId, contest, number, startedAt, deadlineAt, region, organisation, struckOutAt },
      from: leaves === null ? null : { device, network, leaves },
      result: result.ok ? resultFor(result.value) : null,
      answers: await answersFor(rt, attempt, result.ok ? result.value.review : null, locale),
    })
  }
  return found
}

const resultFor = (result: WireResult) => {
  const { finishedAt, finishedBy, durationMs, score, maximum, correct, total, rank, won } = result
  return { finishedAt, finishedBy, durationMs, score, maximum, correct, total, rank, won }
}

/** What was answered, in words: questions that one has not met are not there. Whether it was right only where the rules show it. */
async function answersFor(rt: Runtime, attempt: AttemptRow, review: WireResult['review'], locale: Locale) {
  const bytes = optionBytes(rt, attempt)
  const { rules } = await contestOf(rt, rt.storage.read, attempt.contestId)
  const paper = await shownPaper(rt, attempt, rules.paper, bytes, locale)
  const asked = new Map(paper.map(question => [question.position, question]))
  return (await answersOf(rt.storage.read, attempt.id)).map(({ position, choice, savedAt, firstSavedAt }) => {
    const chosen = shownChoice(bytes, position, choice)
    const question = asked.get(position)
    return {
      ...{ position, firstSavedAt: firstSavedAt ?? savedAt, savedAt, stem: question?.stem ?? null },
      chosen: question?.options.filter(({ id }) => chosen.includes(id)).map(({ text }) => text) ?? [],
      isRight: review?.find(reviewed => reviewed.position === position)?.isRight ?? null,
    }
  })
}
