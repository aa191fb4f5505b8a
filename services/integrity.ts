/** Looking a contest through for what a person should see, and the queue of it. Nothing here decides. */
import type { Allowed } from '#core/account/roles'
import { awardCount } from '#core/contest/size'
import type { ReviewCase } from '#core/integrity/review'
import { reviewFrom, type Suspicion, type Trace } from '#core/integrity/trace'
import { no, type Outcome, yes } from '#core/refusal'
import type { WireCase, WireIntegrity } from '#core/wire-integrity'
import { type ContestRow, contestBySlug } from '#db/contest'
import * as db from '#db/integrity'
import { rightsFor } from '#db/key'
import { staffNames } from '#db/staff'
import { everFixed } from './memory.ts'
import { facesFor } from './paper.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import { strikesOf } from './strike.ts'
import { startThread } from './thread.ts'

/** Rows read at a time: bounds memory and how long others wait. */
const pageSize = 500
/** More are not shown at once: decided ones make room. */
const mostShown = 200
/** After the close for so long contests are looked through again: late finishes, appeals. Milliseconds. */
const looksOn = 3 * 24 * 3_600_000
/** After the close, where attempts came from is forgotten: milliseconds. */
const tracesLive = 90 * 24 * 3_600_000

/**
 * Looks through all attempts that count in a contest. What waits undecided is found anew; what was decided stays.
 * @returns refusals: not-found, busy (it is being looked through)
 */
export async function reviewContest(
  rt: Runtime,
  _allowed: Allowed<'integrity.review'>,
  slug: string,
): Promise<Outcome<{ attempts: number; cases: number }>> {
  const contest = await contestBySlug(rt.storage.read, slug)
  return contest ? lookThrough(rt, contest) : no('not-found')
}

/** The job: contests that are open or have just closed. */
export async function reviewRunning(rt: Runtime): Promise<void> {
  const now = rt.clock.now()
  await rt.storage.atomically(tx => db.eraseTraces(tx, now - tracesLive))
  for (const { slug } of await db.contestsToReview(rt.storage.read, now, now - looksOn)) {
    const contest = await contestBySlug(rt.storage.read, slug)
    if (contest) await lookThrough(rt, contest)
  }
}

async function lookThrough(rt: Runtime, contest: ContestRow): Promise<Outcome<{ attempts: number; cases: number }>> {
  const name = `review of ${contest.id}`
  if (rt.memory.has(name)) return no('busy')
  rt.memory.set(name, true)
  try {
    const { cases, counting } = await casesFound(rt, contest)
    const candidates = candidatesOf(contest, counting)
    const found = cases.map(({ account, reasons, weight }) => ({
      publicId: publicId(),
      accountId: account,
      attemptId: (counting.get(account) as Counting).attemptId,
      weight: Math.round(weight * 10),
      reasons,
      candidate: candidates.has(account),
    }))
    const at = rt.clock.now()
    await rt.storage.atomically(async tx => {
      await db.replaceWaiting(tx, contest.id, withClaims(found, await db.samePersonCases(tx, contest.id)), at)
      await db.putRun(tx, { contestId: contest.id, at, attempts: counting.size, cases: found.length })
    })
    return yes({ attempts: counting.size, cases: found.length })
  } finally {
    rt.memory.delete(name)
  }
}

/** What claims have shown stays in the queue, beside what is found in the attempts. */
function withClaims(found: db.FoundCase[], told: db.CaseRow[]): db.FoundCase[] {
  const kept = told.map(row => {
    const mine = found.find(one => one.accountId === row.accountId)
    const same = row.reasons.filter(({ code }) => code === 'same-person')
    const reasons = [...same, ...(mine?.reasons ?? [])]
    return { ...row, ...mine, reasons, weight: tenths(reasons), candidate: true }
  })
  const isKept = new Set(kept.map(one => one.accountId))
  return [
    ...kept.map(({ publicId, accountId, attemptId, weight, reasons, candidate }) => {
      return { publicId, accountId, attemptId, weight, reasons, candidate }
    }),
    ...found.filter(one => !isKept.has(one.accountId)),
  ]
}

const tenths = (reasons: readonly Suspicion[]): number =>
  Math.round(reasons.reduce((sum, { weight }) => sum + weight, 0) * 10)

interface Counting {
  attemptId: number
  score: number
  durationMs: number
}

/** Reads page by page into a worker, which computes. */
async function casesFound(
  rt: Runtime,
  contest: ContestRow,
): Promise<{ cases: ReviewCase[]; counting: Map<number, Counting> }> {
  const worker = startThread(new URL('./integrity-worker.ts', import.meta.url), {
    workerData: contest.rules.integrity.minimumSeconds,
  })
  const counting = new Map<number, Counting>()
  try {
    const answer = new Promise<ReviewCase[]>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    for (let after = 0; ; ) {
      const rows = await db.countingAttempts(rt.storage.read, contest.id, after, pageSize)
      for (const { accountId, attemptId, score, durationMs } of rows)
        counting.set(accountId, { attemptId, score: score ?? 0, durationMs: durationMs ?? 0 })
      worker.postMessage(await tracesFrom(rt, rows))
      const last = rows.at(-1)
      if (rows.length < pageSize || !last) break
      after = last.accountId
    }
    worker.postMessage(null)
    return { cases: await answer, counting }
  } finally {
    void worker.terminate()
  }
}

type Row = Awaited<ReturnType<typeof db.countingAttempts>>[number]

async function tracesFrom(rt: Runtime, rows: Row[]): Promise<Trace[]> {
  const saved = Map.groupBy(
    rows.length > 0
      ? await db.answersOfAll(
          rt.storage.read,
          rows.map(row => row.attemptId),
        )
      : [],
    answer => answer.attemptId,
  )
  const revisions = [...new Set(rows.flatMap(row => row.paper.map(slot => slot.revision)))]
  const [faces, rights] = await Promise.all([facesFor(rt, revisions), rightsKnown(rt, revisions)])
  return rows.map(row => {
    const byPosition = new Map((saved.get(row.attemptId) ?? []).map(answer => [answer.position, answer]))
    return {
      account: row.accountId,
      startedAt: row.startedAt,
      durationMs: row.durationMs ?? 0,
      score: row.score ?? 0,
      maximum: row.maximum,
      device: row.device,
      network: row.network,
      line: row.phoneCipher === null ? null : Number(rt.secrets.decrypt(row.phoneCipher)) || null,
      leaves: row.leaves ?? 0,
      answers: row.paper.map(({ revision }, i) => {
        const answer = byPosition.get(i + 1)
        const choice = answer?.choice ?? 0
        return {
          question: revision,
          choice,
          right: choice !== 0 && choice === rights.get(revision),
          savedAt: choice === 0 ? null : (answer?.savedAt ?? null),
          letters: [...(faces.get(revision)?.face.stem.zh ?? '')].length,
        }
      }),
    }
  })
}

const rightsKnown = (rt: Runtime, revisions: readonly number[]) =>
  everFixed(rt, 'rights', revisions, async missing =>
    (await rightsFor(rt.storage.read, missing)).map(row => [row.revisionId, row.right] as const),
  )

/** Who would get a prize as things stand: the first by score and time; where lots are drawn, all who qualify by score. */
function candidatesOf({ rules }: ContestRow, counting: Map<number, Counting>): Set<number> {
  const inOrder = [...counting].sort(([x, a], [y, b]) => b.score - a.score || a.durationMs - b.durationMs || x - y)
  const best = inOrder[0]?.[1].score ?? 0
  const least = rules.draws.map(({ qualify }) => {
    if (qualify.by === 'perfect') return best
    if (qualify.by === 'pass') return rules.paper.passMark ?? 0
    return qualify.by === 'points' ? qualify.points : 0
  })
  const lots = Math.min(Number.POSITIVE_INFINITY, ...least)
  const places = awardCount(rules)
  return new Set(inOrder.filter(([, one], i) => i < places || one.score >= lots).map(([account]) => account))
}

/** The queue of a contest, with the strikes in it. @returns refusal: not-found */
export async function integrityOf(
  rt: Runtime,
  _allowed: Allowed<'integrity.review'>,
  slug: string,
): Promise<Outcome<WireIntegrity>> {
  const { read } = rt.storage
  const contest = await contestBySlug(read, slug)
  if (!contest) return no('not-found')
  const [waiting, decided, counts, run, names, strikes] = await Promise.all([
    db.casesOf(read, contest.id, 'waiting', mostShown),
    db.casesOf(read, contest.id, 'decided', mostShown),
    db.countWaiting(read, contest.id),
    db.runOf(read, contest.id),
    staffNames(read),
    strikesOf(rt, contest.id),
  ])
  const known = new Map([...waiting, ...decided].map(({ row, account }) => [row.accountId, account]))
  const wire = (one: (typeof waiting)[number]): WireCase => ({
    id: one.row.publicId,
    account: one.account,
    name: one.name,
    attempt: one.attempt,
    candidate: one.row.candidate,
    weight: one.row.weight / 10,
    reasons: one.row.reasons.map(reason => withNames(reason, known)),
    foundAt: one.row.foundAt,
    decision: one.row.decision,
    decidedAt: one.row.decidedAt,
    decidedBy: one.row.decidedBy === null ? null : (names.get(one.row.decidedBy) ?? ''),
    note: one.row.note,
  })
  return yes({
    ...counts,
    from: reviewFrom,
    reviewed: run && { at: run.at, attempts: run.attempts },
    waitingCases: waiting.map(wire),
    decidedCases: decided.map(wire),
    strikes,
  })
}

/** Inner numbers stay inside: the other of a pair is named by its public id, where it stands in the queue too. */
function withNames(reason: Suspicion, known: ReadonlyMap<number, string>): WireCase['reasons'][number] {
  if (reason.code !== 'same-mistakes' && reason.code !== 'same-person') return reason
  const { account, ...rest } = reason
  return { ...rest, with: known.get(account) ?? null }
}
