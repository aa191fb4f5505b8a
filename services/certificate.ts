/** Certificates: issued in batches as the organizer decides, checked by everybody, revoked with a reason. */
import { randomBytes } from 'node:crypto'
import { winnerName } from '#core/account/name'
import type { Allowed } from '#core/account/roles'
import { newNumber, readNumber } from '#core/certificate/number'
import { phaseAt } from '#core/contest/phase'
import type { LocalText } from '#core/locale'
import { no, type Outcome, yes } from '#core/refusal'
import { accountById } from '#db/account'
import * as db from '#db/certificate'
import { type ContestRow, contestById } from '#db/contest'
import { winnersInHand } from '#db/export-rows'
import { messagesIn } from '#messages/messages'
import { record } from './audit.ts'
import { publishedRow } from './contest.ts'
import type { Runtime } from './runtime.ts'
import { publicId } from './secrets.ts'
import type { SignedIn } from './session.ts'

type Organizer = Allowed<'contests.write'>

/** Everybody whose best paper reaches a mark, or everybody on a published list of winners. */
export type Ground = { basis: 'mark'; least: number } | { basis: 'winners' }

export interface Batch {
  total: number
  done: number
  /** Without those who held one already. */
  issued: number
  finished: boolean
}

/** Certificates in one unit, and batches remembered. */
const atOnce = 20
const mostBatches = 100
export const perPage = 50

/** Begins a batch; it goes on by itself. @returns refusals: not-found, contest-not-closed, certificates-none */
export async function issueCertificates(
  rt: Runtime,
  by: Organizer,
  slug: string,
  ground: Ground,
): Promise<Outcome<{ batch: string; total: number }>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  if (phaseAt(contest, rt.clock.now()) !== 'closed') return no('contest-not-closed')
  const people = await entitled(rt, contest, ground)
  if (people.length === 0) return no('certificates-none')
  const id = publicId()
  const batch: Batch = { total: people.length, done: 0, issued: 0, finished: false }
  remember(rt, id, batch)
  const at = rt.clock.now()
  await rt.storage.atomically(tx =>
    record(tx, {
      at,
      actor: by,
      action: 'certificates.issued',
      subject: `contest:${slug}`,
      detail: { basis: ground.basis, people: people.length },
    }),
  )
  void goOn(rt, by, contest.id, ground, people, batch).catch(error => {
    rt.log.error({ error }, 'a batch of certificates stopped; starting it again goes on where it ended')
    batch.finished = true
  })
  return yes({ batch: id, total: people.length })
}

/** How far a batch has come. @returns refusals: not-found */
export function batchOf(rt: Runtime, _allowed: Organizer, id: string): Outcome<Batch> {
  const batch = batchesOf(rt).get(id)
  return batch ? yes(batch) : no('not-found')
}

interface Person {
  accountId: number
  score: number | null
  level: LocalText
}

async function entitled(rt: Runtime, contest: ContestRow, ground: Ground): Promise<Person[]> {
  if (ground.basis === 'mark') {
    const level = { zh: messagesIn('zh').certificate.passed, en: messagesIn('en').certificate.passed }
    return (await db.finishersFrom(rt.storage.read, contest, ground.least)).map(person => ({ ...person, level }))
  }
  const none = { zh: '', en: '' }
  return (await winnersInHand(rt.storage.read, contest.id)).flatMap(({ accountId, score, tierName }) =>
    accountId === null ? [] : [{ accountId, score, level: tierName ?? none }],
  )
}

async function goOn(
  rt: Runtime,
  by: Organizer,
  contestId: number,
  { basis }: Ground,
  people: Person[],
  batch: Batch,
): Promise<void> {
  for (let from = 0; from < people.length; from += atOnce) {
    const some = people.slice(from, from + atOnce)
    const ids = some.map(person => person.accountId)
    const held = await db.holdersAmong(rt.storage.read, contestId, basis, ids)
    const rows = some
      .filter(person => !held.has(person.accountId))
      .map(person => ({
        ...person,
        contestId,
        basis,
        number: newNumber(randomBytes(64)),
        issuedAt: rt.clock.now(),
        issuedBy: by.id,
      }))
    batch.issued += await rt.storage.atomically(tx => db.insertCertificates(tx, rows))
    batch.done += some.length
  }
  batch.finished = true
}

/** One's own, the revoked ones too. */
export const myCertificates = (rt: Runtime, who: SignedIn): Promise<db.CertificateRow[]> =>
  db.certificatesOf(rt.storage.read, who.account.id)

/** A certificate as everybody may see it. */
export interface CheckedCertificate {
  number: string
  /** 张**; null without a name. */
  holder: string | null
  contest: LocalText
  level: LocalText
  issuedAt: number
  revokedAt: number | null
  revokedWhy: string | null
}

/** @param written as somebody typed it @returns refusals: certificate-number (mistyped), not-found */
export async function checkCertificate(rt: Runtime, written: string): Promise<Outcome<CheckedCertificate>> {
  const number = readNumber(written)
  if (!number) return no('certificate-number')
  const row = await db.certificateNumbered(rt.storage.read, number)
  return row ? yes(await viewOf(rt, row)) : no('not-found')
}

async function viewOf(rt: Runtime, row: db.CertificateRow): Promise<CheckedCertificate> {
  const [account, contest] = await Promise.all([
    accountById(rt.storage.read, row.accountId),
    contestById(rt.storage.read, row.contestId),
  ])
  const { number, level, issuedAt, revokedAt, revokedWhy } = row
  return {
    ...{ number, level, issuedAt, revokedAt, revokedWhy },
    holder: account?.name ? winnerName(account.name) : null,
    contest: contest?.title ?? { zh: '', en: '' },
  }
}

/** The certificates of a contest, masked, a page at a time. @returns refusals: not-found */
export async function certificatesFor(
  rt: Runtime,
  _allowed: Organizer,
  slug: string,
  page: number,
): Promise<Outcome<{ certificates: CheckedCertificate[]; total: number }>> {
  const contest = await publishedRow(rt, slug)
  if (!contest) return no('not-found')
  const range = { from: (page - 1) * perPage, most: perPage }
  const { rows, total } = await db.certificatesIn(rt.storage.read, contest.id, range)
  return yes({ certificates: await Promise.all(rows.map(row => viewOf(rt, row))), total })
}

/** @returns refusals: not-found, note-needed, certificate-revoked (already) */
export async function revoke(rt: Runtime, by: Organizer, written: string, reason: string): Promise<Outcome<null>> {
  const number = readNumber(written)
  const why = reason.trim()
  if (why === '') return no('note-needed')
  const at = rt.clock.now()
  return rt.storage.atomically(async tx => {
    const row = number === null ? null : await db.certificateNumbered(tx, number)
    if (!row) return no('not-found')
    const set = { revokedAt: at, revokedBy: by.id, revokedWhy: why }
    if (!(await db.revokeCertificate(tx, row.id, set))) return no('certificate-revoked')
    await record(tx, {
      at,
      actor: by,
      action: 'certificate.revoked',
      subject: `certificate:${row.number}`,
      reason: why,
    })
    return yes(null)
  })
}

/** In memory: after a restart, starting the batch again issues what is missing. */
function batchesOf(rt: Runtime): Map<string, Batch> {
  const found = rt.memory.get('certificate batches') as Map<string, Batch> | undefined
  if (found) return found
  const made = new Map<string, Batch>()
  rt.memory.set('certificate batches', made)
  return made
}

function remember(rt: Runtime, id: string, batch: Batch): void {
  const batches = batchesOf(rt)
  for (const oldest of batches.keys()) {
    if (batches.size < mostBatches) break
    batches.delete(oldest)
  }
  batches.set(id, batch)
}
